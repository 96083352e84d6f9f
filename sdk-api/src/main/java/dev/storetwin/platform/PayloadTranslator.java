package dev.storetwin.platform;

/**
 * Tells in events what a platform's message says. It throws for no body: what it cannot use it quarantines, and
 * an inbox parks what it throws for. The same message always
 * gives the same events.
 */
public interface PayloadTranslator {

    Translation translate(PlatformMessage message);
}
