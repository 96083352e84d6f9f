package dev.storetwin.shopify;

/** Tells one kind of body in facts. */
interface BodyTranslator {

    /** What it reads, and what it leaves and why. */
    Shape shape();

    /** Adds all facts of the body, or says why it leaves it; throws {@link MalformedBody} where it cannot be used. */
    void translate(Json body, Facts facts);
}
