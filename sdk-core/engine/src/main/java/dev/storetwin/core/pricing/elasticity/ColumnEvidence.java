package dev.storetwin.core.pricing.elasticity;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the given columns are shown to explain the demand of some series.
 *
 * @param probability of so much, if they meant nothing
 * @param share       of demand's variance that they explain
 * @param terms       regressors that serve the series, in order of how much they explain
 */
record ColumnEvidence(double probability, double share, List<Term> terms) {

    private static final double LEAST_SHARE = .04;
    private static final double LEAST_SHARE_OF_COUNTS = .015;

    static ColumnEvidence of(List<SeriesCase> cases, TermBook book, List<Term> learned) {
        var others = Stream.concat(book.curved().stream(), learned.stream()).toList();
        var terms = book.given().isEmpty() ? List.<Term>of() : TermChoice.of(cases, book.given(), others);
        return tested(cases, book, learned, terms);
    }

    /** The same terms, asked of other series. */
    ColumnEvidence about(List<SeriesCase> cases, TermBook book, List<Term> learned) {
        return tested(cases, book, learned, terms);
    }

    /** The columns as they are, with their curves, or with what was learned: the best of the three, three times as likely by chance. */
    private static ColumnEvidence tested(List<SeriesCase> cases, TermBook book, List<Term> learned, List<Term> terms) {
        var tests = Stream.of(book.given(), plus(book.given(), book.curved()), plus(book.given(), learned))
                .distinct()
                .map(it -> it.isEmpty() ? ColumnTest.NOTHING : ColumnTest.of(cases, it))
                .toList();
        var best = tests.stream()
                .min((one, other) -> Double.compare(one.probability(), other.probability()))
                .orElse(ColumnTest.NOTHING);
        double share = tests.stream().mapToDouble(ColumnTest::share).max().orElse(0);
        return new ColumnEvidence(Math.min(1, tests.size() * best.probability()), share, terms);
    }

    private static List<Term> plus(List<Term> some, List<Term> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean shows(List<SeriesCase> cases, double chance) {
        long counted = cases.stream().filter(SeriesCase::isCounted).count();
        double least = 2 * counted > cases.size() ? LEAST_SHARE_OF_COUNTS : LEAST_SHARE;
        return probability < chance && share > least;
    }
}
