<?php
// php parse-blocks.php SITE < content: what WordPress's own parser makes of it, as JSON.
define('ABSPATH', "$argv[1]/");
define('WPINC', 'wp-includes');
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/'];
ob_start();
require "$argv[1]/wp-load.php";
ob_end_clean();
$content = stream_get_contents(STDIN);
$names = [];
$freeform = 0;
$walk = function (array $blocks) use (&$walk, &$names, &$freeform) {
    foreach ($blocks as $block) {
        if ($block['blockName'] === null) {
            $freeform += trim($block['innerHTML']) === '' ? 0 : 1;
        } else {
            $names[] = $block['blockName'];
        }
        $walk($block['innerBlocks']);
    }
};
$blocks = parse_blocks($content);
$walk($blocks);
echo json_encode(['names' => array_values(array_unique($names)), 'freeform' => $freeform, 'again' => serialize_blocks($blocks)]);
