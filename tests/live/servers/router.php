<?php
// php -S … router.php: files as they are, all else to WordPress.
$root = realpath($_SERVER['DOCUMENT_ROOT']);
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
$file = realpath($root . $path);
if ($file !== false && is_dir($file) && is_file("$file/index.php")) {
    $file .= '/index.php';
}
$isInside = $file !== false && str_starts_with($file, "$root/") && is_file($file) && basename($file)[0] !== '.';
if ($isInside && !str_ends_with($file, '.php')) {
    return false;
}
$script = $isInside ? $file : "$root/index.php";
$_SERVER['SCRIPT_FILENAME'] = $script;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($script, strlen($root));
chdir(dirname($script));
require $script;
