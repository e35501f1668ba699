<?php
// php install-wordpress.php SITE: tables, a user of each role with an application password, some terms. Prints them as JSON.
$site = $argv[1];
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_NAME' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET',
    'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
define('WP_INSTALLING', true);
ob_start();
require "$site/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
// "New WordPress site" goes to nobody.
add_filter('pre_wp_mail', '__return_false');
wp_install('Copydesk test', 'admin', 'admin@example.test', false, '', 'admin-password');
wp_set_current_user(get_user_by('login', 'admin')->ID);
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules(false);
$accounts = ['version' => $GLOBALS['wp_version'], 'passwords' => []];
foreach (['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor', 'subscriber' => 'subscriber'] as $login => $role) {
    $user = get_user_by('login', $login);
    $id = $user ? $user->ID : wp_insert_user(['user_login' => $login, 'user_pass' => "$login-password", 'user_email' => "$login@example.test", 'role' => $role]);
    $made = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Copydesk']);
    $accounts['passwords'][$login] = $made[0];
}
foreach (['Politics', 'Zürich & Umland'] as $name) {
    wp_insert_term($name, 'category');
}
wp_insert_term('election', 'post_tag');
ob_end_clean();
echo json_encode($accounts, JSON_PRETTY_PRINT);
