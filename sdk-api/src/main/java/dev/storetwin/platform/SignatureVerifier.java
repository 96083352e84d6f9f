package dev.storetwin.platform;

/** Tells whether a message comes from whom it says. Ask it before the translator. */
public interface SignatureVerifier {

    SignatureCheck verify(PlatformMessage message);
}
