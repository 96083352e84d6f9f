package dev.storetwin.shopify;

/** A kind of body that is known and left on purpose. */
final class LeftBody implements BodyTranslator {

    private final String why;
    private final Shape shape;

    private LeftBody(String why, Shape shape) {
        this.why = why;
        this.shape = shape;
    }

    /**
     * Left for a reason.
     *
     * @param why in the middle of a sentence, without its end
     */
    static LeftBody because(String why) {
        return new LeftBody(why, Shape.of("left body").leavesRest(why));
    }

    String why() {
        return why;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void translate(Json body, Facts facts) {
        facts.leave("Left on purpose: " + why + ".");
    }
}
