package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The series of one group, each estimated by itself in the way that suits the group. */
final class GroupStudy {

    private static final String NO_METHOD = "none";

    /** Below this first-stage F an instrument says too little (Staiger and Stock 1997). */
    private static final double WEAK = 10;

    private static final String BY_COST = "assumes that what moved the cost did not move demand beside the price";
    private static final double LEAST_OVERLAP = .01;
    private static final double SAME_PRICE = .002;
    private static final double FARTHEST_PRICE = StrictMath.log(8);
    private static final double SEMI_LOG_GAIN = .01;
    private static final double OWN_DEPENDENCE = 500;
    private static final double PAYS = 1.2;
    private static final double TOLERATED = 1.645;

    /**
     * The given columns in words.
     *
     * @param assumption that a number by them rests on
     * @param problem    why there is none, where they are not shown to explain demand
     */
    record Columns(String assumption, String problem) {}

    private final List<SeriesCase> cases;
    private final List<Term> terms;
    private final boolean explained;
    private final Columns columns;
    private final ElasticitySettings settings;
    private final Demand logs;

    /**
     * @param terms     regressors of the group
     * @param explained whether they are shown to explain demand
     */
    GroupStudy(
            List<SeriesCase> cases, List<Term> terms, boolean explained, Columns columns, ElasticitySettings settings) {
        this.cases = cases;
        this.terms = terms;
        this.explained = explained;
        this.columns = columns;
        this.settings = settings;
        this.logs = form();
    }

    /** Log-log, unless the units follow the price itself clearly better. */
    private Demand form() {
        double gain = 0;
        int rows = 0;
        for (var one : cases) {
            if (!one.isCounted() && problem(one).isEmpty()) {
                var log = new SlopeFit(one, Demand.LOG_LOG, terms);
                var semi = new SlopeFit(one, Demand.SEMI_LOG, terms);
                if (log.isIdentified() && semi.isIdentified()) {
                    gain += one.size() * StrictMath.log(log.residualSquares() / semi.residualSquares());
                    rows += one.size();
                }
            }
        }
        return rows > 0 && gain / rows > SEMI_LOG_GAIN && gain > TOLERATED * TOLERATED * 4
                ? Demand.SEMI_LOG
                : Demand.LOG_LOG;
    }

    /** How a series without a number would have been looked at; where there is nothing to look at, not at all. */
    private String unused(SeriesCase one) {
        return one.size() == 0 ? NO_METHOD : form(one).label();
    }

    private Demand form(SeriesCase one) {
        return one.isCounted() ? Demand.COUNTS : logs;
    }

    /** Why a series cannot speak for itself, whatever the columns say. */
    private Optional<String> problem(SeriesCase one) {
        int periods = one.series().distinctPeriods();
        if (periods < settings.fewestPeriods()) {
            return Optional.of("%s with price and units; %d are needed"
                    .formatted(Words.count(periods, "period", "periods"), settings.fewestPeriods()));
        }
        if (Arrays.stream(one.series().units()).sum() == 0) {
            return Optional.of("nothing was sold");
        }
        var moves = one.series().within(one.logPrices());
        double farthest = Arrays.stream(moves).map(Math::abs).max().orElse(0);
        if (farthest > FARTHEST_PRICE) {
            return Optional.of("its prices lie %.0f-fold apart, as if in two units or currencies"
                    .formatted(StrictMath.exp(farthest)));
        }
        return farthest < SAME_PRICE ? Optional.of("its price never moved") : Truncation.of(one.series());
    }

    /** Both ways to estimate one series, as far as there are both. */
    private record Fits(SeriesCase one, String problem, Optional<Slope> byColumns, Optional<Slope> byCost, int terms) {

        /** What counts say of the hidden part of demand is too rough to move them by. */
        Fits steadied(Pulls pulls) {
            var steadied = byCost.map(it -> one.isCounted() ? pulls.widened(it) : pulls.steadied(it));
            return new Fits(one, problem, byColumns, steadied, terms);
        }

        /** By how much the two ways differ, and the variance of that were both right. */
        Optional<double[]> difference() {
            if (byColumns.isEmpty() || byCost.isEmpty() || byCost.get().strength() < WEAK) {
                return Optional.empty();
            }
            double variance = byCost.get().variance() - byColumns.get().variance();
            return variance > 0
                    ? Optional.of(
                            new double[] {byColumns.get().value() - byCost.get().value(), variance})
                    : Optional.empty();
        }

        /** Variance by cost over variance by columns. */
        double price() {
            return byCost.orElseThrow().variance() / byColumns.orElseThrow().variance();
        }
    }

    /** The same before it is known how errors last. */
    private record Begun(
            SeriesCase one, String problem, Optional<Estimate> byColumns, Optional<Estimate> byCost, int terms) {

        Fits given(Lasting besideColumns, Lasting besideCost, Lasting ofPrice) {
            return new Fits(
                    one,
                    problem,
                    byColumns.map(it -> it.slope(besideColumns, Lasting.NOTHING)),
                    byCost.map(it -> it.slope(besideCost, ofPrice)),
                    terms);
        }
    }

    private static Lasting lasting(List<Begun> begun, Function<Begun, Optional<Lasting.Residuals>> left) {
        return Lasting.of(begun.stream().flatMap(it -> left.apply(it).stream()).toList());
    }

    private Begun begun(SeriesCase one) {
        var problem = problem(one);
        if (problem.isPresent()) {
            return new Begun(one, problem.get(), Optional.empty(), Optional.empty(), 0);
        }
        var fit = new SlopeFit(one, form(one), explained ? terms : List.of());
        if (!fit.isIdentified() || fit.overlap() < LEAST_OVERLAP) {
            return new Begun(
                    one,
                    fit.freedom() < 1 || fit.overlap() >= LEAST_OVERLAP
                            ? "too few observations for its stores and columns"
                            : "its price moves only as the columns do",
                    Optional.empty(),
                    Optional.empty(),
                    fit.terms());
        }
        var byColumns = explained && fit.terms() > 0 ? fit.plain() : Optional.<Estimate>empty();
        return new Begun(one, "", byColumns, byCost(one), fit.terms());
    }

    /**
     * Costs and demand that both rise or fall over the years agree whatever the one does to the other: the trend is taken off, where there are units
     * enough to tell one.
     */
    private Optional<Estimate> byCost(SeriesCase one) {
        if (Arrays.stream(one.series().costs()).noneMatch(it -> it > 0)) {
            return Optional.empty();
        }
        var beside = new ArrayList<Term>();
        if (!one.isCounted()) {
            beside.add(new Term.Trend());
        }
        beside.addAll(explained ? terms : List.of());
        var fit = new SlopeFit(one, form(one), beside);
        return fit.isIdentified() ? fit.by(one.logCosts()) : Optional.empty();
    }

    /** One per series, in their order. */
    List<Opinion> opinions() {
        var begun = cases.stream().map(this::begun).toList();
        var besideColumns = lasting(begun, it -> it.byColumns().flatMap(Estimate::residuals));
        var besideCost = lasting(begun, it -> it.byCost().flatMap(Estimate::residuals));
        var ofPrice = lasting(begun, it -> it.byCost().flatMap(Estimate::leftOfPrice));
        var given = begun.stream()
                .map(it -> it.given(besideColumns, besideCost, ofPrice))
                .toList();
        var pulls = Pulls.of(given.stream().flatMap(it -> it.byCost().stream()).toList());
        var fits = given.stream().map(it -> it.steadied(pulls)).toList();
        boolean columnsSuffice = columnsSuffice(fits);
        boolean costPays = costPays(fits);
        return alike(
                fits.stream().map(it -> opinion(it, columnsSuffice, costPays)).toList());
    }

    /** Hausman's test (1978) over all series of the group: what the columns leave does not differ from what the cost says. */
    private static boolean columnsSuffice(List<Fits> fits) {
        double weights = 0;
        double sum = 0;
        for (var it : fits) {
            var difference = it.difference();
            if (difference.isPresent()) {
                weights += 1 / difference.get()[1];
                sum += difference.get()[0] / difference.get()[1];
            }
        }
        return weights == 0 || Math.abs(sum) / Math.sqrt(weights) < TOLERATED;
    }

    /** The columns promise no estimates that are much sharper than those by cost, so that it is safer to trust the cost. */
    private static boolean costPays(List<Fits> fits) {
        var prices = fits.stream()
                .filter(it -> it.byColumns().isPresent() && it.byCost().isPresent())
                .mapToDouble(Fits::price)
                .sorted()
                .toArray();
        return prices.length == 0 || prices[prices.length / 2] < PAYS;
    }

    private Opinion opinion(Fits fits, boolean columnsSuffice, boolean costPays) {
        var one = fits.one();
        boolean strong = fits.byCost().filter(it -> it.strength() >= WEAK).isPresent();
        boolean byColumns = fits.byColumns().isPresent() && columnsSuffice;
        if (strong && (costPays || !byColumns)) {
            return new Opinion(one, fits.byCost(), method(fits, "two-stage least squares by cost"), "", BY_COST, true);
        }
        if (byColumns) {
            return new Opinion(one, fits.byColumns(), method(fits, "least squares"), "", columns.assumption(), true);
        }
        return Opinion.none(one, unused(one), silence(fits, columnsSuffice), isIdentified(fits));
    }

    private boolean isIdentified(Fits fits) {
        return explained
                || fits.byCost().isPresent()
                || Arrays.stream(fits.one().series().costs()).anyMatch(it -> it > 0);
    }

    private String silence(Fits fits, boolean columnsSuffice) {
        if (!fits.problem().isEmpty()) {
            return fits.problem();
        }
        if (fits.byCost().isPresent()) {
            return "its cost moves its price too little (first-stage F %s, 10 expected)"
                    .formatted(Words.number(fits.byCost().get().strength()));
        }
        if (explained && !columnsSuffice) {
            return "where costs are known they show that price follows demand beyond the columns";
        }
        return explained ? "none of its columns moves" : columns.problem();
    }

    private String method(Fits fits, String how) {
        var parts = new ArrayList<String>();
        parts.add(form(fits.one()).label());
        parts.add(
                explained && terms.stream().anyMatch(Term.Learned.class::isInstance)
                        ? "double machine learning, " + how
                        : how);
        if (fits.terms() > 0) {
            parts.add(Words.count(fits.terms(), "regressor", "regressors"));
        }
        if (fits.one().series().stores() > 1) {
            parts.add(Words.count(fits.one().series().stores(), "store", "stores"));
        }
        return String.join("; ", parts);
    }

    /** Noise and dependence, drawn to what is usual in the group. */
    private static List<Opinion> alike(List<Opinion> opinions) {
        var slopes = opinions.stream().flatMap(it -> it.slope().stream()).toList();
        var logs = opinions.stream()
                .filter(it -> !it.one().isCounted())
                .flatMap(it -> it.slope().stream())
                .toList();
        var moderation = Moderation.of(logs);
        var usual = Usual.of(slopes);
        return opinions.stream().map(it -> alike(it, moderation, usual)).toList();
    }

    private static Opinion alike(Opinion opinion, Moderation moderation, Usual usual) {
        return opinion.slope()
                .map(it -> {
                    var calm = opinion.one().isCounted() ? it : moderation.moderated(it);
                    return opinion.with(calm.withDependence(usual.dependence(it)));
                })
                .orElse(opinion);
    }

    /** By how much errors of the group vary more than independent ones, per period. */
    private record Usual(double periods, double dependence, double clustered) {

        static Usual of(List<Slope> slopes) {
            double periods = 0;
            double dependence = 0;
            double clustered = 0;
            for (var it : slopes) {
                periods += it.periods();
                dependence += it.periods() * it.dependence();
                clustered += it.periods() * it.clustered();
            }
            return periods == 0 ? new Usual(0, 1, 1) : new Usual(periods, dependence / periods, clustered / periods);
        }

        /** The larger of two: what a window of periods shows, and what is shared within a period and lasts as the group's errors do. */
        double dependence(Slope slope) {
            double own = slope.periods() / (slope.periods() + Math.min(OWN_DEPENDENCE, periods - slope.periods()));
            double seen = own * slope.dependence() + (1 - own) * dependence;
            double together = own * slope.clustered() + (1 - own) * clustered;
            return Math.max(seen, Math.max(1, together) * Math.max(1, slope.lasting()));
        }
    }
}
