package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The series of one group, each estimated by itself in the way that suits the group. */
final class GroupStudy {

    /** Below this first-stage F an instrument says too little (Staiger and Stock 1997). */
    private static final String NO_METHOD = "none";

    private static final double WEAK = 10;

    private static final double LEAST_OVERLAP = .01;
    private static final double SAME_PRICE = .002;
    private static final double FARTHEST_PRICE = StrictMath.log(8);
    private static final double SEMI_LOG_GAIN = .01;
    private static final double OWN_DEPENDENCE = 500;
    private static final double PAYS = 1.2;
    private static final double TOLERATED = 1.645;

    private final List<SeriesCase> cases;
    private final List<Term> terms;
    private final boolean explained;
    private final String columnsProblem;
    private final ElasticitySettings settings;
    private final Demand logs;

    /**
     * @param terms          regressors of the group
     * @param explained      whether they are shown to explain demand
     * @param columnsProblem why not, in words
     */
    GroupStudy(
            List<SeriesCase> cases,
            List<Term> terms,
            boolean explained,
            String columnsProblem,
            ElasticitySettings settings) {
        this.cases = cases;
        this.terms = terms;
        this.explained = explained;
        this.columnsProblem = columnsProblem;
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
        return farthest < SAME_PRICE ? Optional.of("its price never moved") : Optional.empty();
    }

    /** Both ways to estimate one series, as far as there are both. */
    private record Fits(SeriesCase one, String problem, Optional<Slope> byColumns, Optional<Slope> byCost, int terms) {

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

    private Fits fits(SeriesCase one) {
        var problem = problem(one);
        if (problem.isPresent()) {
            return new Fits(one, problem.get(), Optional.empty(), Optional.empty(), 0);
        }
        var fit = new SlopeFit(one, form(one), explained ? terms : List.of());
        if (!fit.isIdentified() || fit.overlap() < LEAST_OVERLAP) {
            return new Fits(
                    one,
                    fit.freedom() < 1 || fit.overlap() >= LEAST_OVERLAP
                            ? "too few observations for its stores and columns"
                            : "its price moves only as the columns do",
                    Optional.empty(),
                    Optional.empty(),
                    fit.terms());
        }
        var byColumns = explained && fit.terms() > 0 ? fit.plain() : Optional.<Slope>empty();
        return new Fits(one, "", byColumns, fit.by(one.logCosts()), fit.terms());
    }

    /** One per series, in their order. */
    List<Opinion> opinions() {
        var fits = cases.stream().map(this::fits).toList();
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
            return new Opinion(one, fits.byCost(), method(fits, "two-stage least squares by cost"), "", true);
        }
        if (byColumns) {
            return new Opinion(one, fits.byColumns(), method(fits, "least squares"), "", true);
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
        return explained ? "none of its columns moves" : columnsProblem;
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
        var logs = opinions.stream()
                .filter(it -> !it.one().isCounted())
                .flatMap(it -> it.slope().stream())
                .toList();
        var moderation = Moderation.of(logs);
        double weights = 0;
        double ratios = 0;
        for (var it : opinions) {
            if (it.slope().isPresent()) {
                weights += it.slope().get().periods();
                ratios += it.slope().get().periods() * it.slope().get().dependence();
            }
        }
        var pulls =
                Pulls.of(opinions.stream().flatMap(it -> it.slope().stream()).toList());
        double usual = weights == 0 ? 1 : ratios / weights;
        double all = weights;
        return opinions.stream()
                .map(it -> alike(it, moderation, pulls, usual, all))
                .toList();
    }

    private static Opinion alike(Opinion opinion, Moderation moderation, Pulls pulls, double usual, double weights) {
        return opinion.slope()
                .map(it -> {
                    double own = it.periods() / (it.periods() + Math.min(OWN_DEPENDENCE, weights - it.periods()));
                    double ratio = Math.max(1, own * it.dependence() + (1 - own) * usual);
                    var calm = opinion.one().isCounted() ? it : moderation.moderated(it);
                    return opinion.with(pulls.steadied(calm).withDependence(ratio));
                })
                .orElse(opinion);
    }
}
