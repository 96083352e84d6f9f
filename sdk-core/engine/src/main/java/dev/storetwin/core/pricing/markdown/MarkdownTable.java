package dev.storetwin.core.pricing.markdown;

/** A price for every moment of a season, and what it is worth. */
public final class MarkdownTable implements MarkdownPolicy {

    private final MarkdownSeason season;
    private final MarkdownLayout layout;
    private final BackwardPass.Tables tables;
    private final int[] reaches;

    MarkdownTable(MarkdownSeason season, MarkdownLayout layout, BackwardPass.Tables tables) {
        this.season = season;
        this.layout = layout;
        this.tables = tables;
        this.reaches = season.reaches();
    }

    public MarkdownSeason season() {
        return season;
    }

    /** Expected from the first moment on, at the highest price and free to move. */
    public double value() {
        return value(MarkdownMoment.first(season));
    }

    /** Expected from a moment on: what is sold, what is left at the end, less holding. After the last period only what is left counts. */
    public double value(MarkdownMoment at) {
        return tables.values()[at.period()][index(at)];
    }

    @Override
    public int rung(MarkdownMoment at) {
        return tables.choices()[at.period()][index(at)];
    }

    int choice(int period, int moment) {
        return tables.choices()[period][moment];
    }

    /** Expected from a moment on when a rung is asked for this period, and this table is followed ever after. Rules are not asked whether it may. */
    public double value(MarkdownMoment at, int rung) {
        return played(at.period(), asked(at, rung));
    }

    /** Where it stands in the table what a rung brings that is asked in a moment. */
    int asked(MarkdownMoment at, int rung) {
        requireKnown(at);
        return layout.asked(at.rung(), layout.move(at.movesLeft()), layout.pause(at.pause()), rung) + at.stock();
    }

    double played(int period, int asked) {
        return tables.played()[period][asked];
    }

    MarkdownLayout layout() {
        return layout;
    }

    private int index(MarkdownMoment at) {
        requireKnown(at);
        return layout.index(at.rung(), layout.move(at.movesLeft()), layout.pause(at.pause())) + at.stock();
    }

    private void requireKnown(MarkdownMoment at) {
        if (at.period() < 0 || at.period() > season.periods() || at.stock() < 0 || at.stock() > reaches[at.period()]) {
            throw new IllegalArgumentException("""
                    Period %d with %d units is not among %d periods of this season.
                    Maybe stock came that was not announced: solve the season again with it.""".formatted(at.period(), at.stock(), season.periods()));
        }
    }
}
