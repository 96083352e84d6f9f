package dev.storetwin.platform;

/**
 * Tells whether a message comes from whom it says. Ask it before the translator. It throws for no message; an inbox keeps none for which it
 * does.
 */
public interface SignatureVerifier {

    SignatureCheck verify(PlatformMessage message);
}
