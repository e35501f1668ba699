import { app } from 'electron';

/** Chromium's own reasons to talk to the internet, none of which a newsroom asked for. */
const SILENT_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'DnsOverHttpsUpgrade',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
];

/**
 * Silences Chromium's background traffic. The window needs no network at all; guard.ts refuses each request besides.
 * Must run before Electron is ready.
 */
export function keepQuiet(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('disable-features', SILENT_FEATURES.join(','));
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
  // Prefetching of names and peer connections pass by the content security policy and by webRequest; these don't.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}
