package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.GroupStudy.Columns;
import dev.storetwin.core.pricing.elasticity.Pool.Belief;
import dev.storetwin.model.Learner;
import dev.storetwin.pricing.ElasticityStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Estimates elasticities.
 *
 * <p>A price that follows hidden demand looks just like demand that answers to price. So an estimate is made only where given columns are
 * shown to explain demand, or a cost moves the price; else the answer is {@linkplain ElasticityStatus#UNIDENTIFIED unidentified}. The
 * same panel gives the same study, bit for bit.
 */
public final class ElasticityEstimator {

    private static final double CHANCE_OVERALL = .001;
    private static final double CHANCE_IN_GROUP = .01;
    private static final int GROUP_CHOOSES = 10;

    private final ElasticitySettings settings;
    private final Optional<Learner> learner;
    private final Optional<Belief> usual;

    private ElasticityEstimator(ElasticitySettings settings, Optional<Learner> learner, Optional<Belief> usual) {
        this.settings = settings;
        this.learner = learner;
        this.usual = usual;
    }

    /** With the learner of {@code storetwin-learning} or another that is there; by regression alone where none is. */
    public static ElasticityEstimator usual() {
        return of(ElasticitySettings.DEFAULT)
                .withLearner(ServiceLoader.load(Learner.class, ElasticityEstimator.class.getClassLoader())
                        .findFirst());
    }

    /** By regression alone. */
    public static ElasticityEstimator of(ElasticitySettings settings) {
        return new ElasticityEstimator(settings, Optional.empty(), Optional.empty());
    }

    public ElasticityEstimator withLearner(Optional<Learner> learner) {
        return new ElasticityEstimator(settings, learner, usual);
    }

    /**
     * Draws the mean of all series to what is known of it beforehand.
     *
     * @param deviation of means around that, above zero
     */
    public ElasticityEstimator withUsual(double mean, double deviation) {
        if (!(deviation > 0) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException(
                    "deviation (%s) must be above zero and mean (%s) a number.".formatted(deviation, mean));
        }
        return new ElasticityEstimator(settings, learner, Optional.of(new Belief(mean, deviation)));
    }

    public ElasticityStudy study(PricePanel panel) {
        var cases = panel.series().stream()
                .map(it -> SeriesCase.of(it, panel.columns()))
                .sorted(Comparator.comparing(SeriesCase::name))
                .toList();
        var opinions = opinions(panel, cases);
        var verdicts = Verdicts.of(opinions, settings, usual);
        return new ElasticityStudy(
                panel.series().stream().map(it -> verdicts.of(it.name())).toList(), verdicts.ofGroups());
    }

    private List<Opinion> opinions(PricePanel panel, List<SeriesCase> cases) {
        var book = TermBook.of(panel.columns(), cases);
        var learned = book.given().isEmpty()
                ? List.<Term>of()
                : LearnedTerms.of(cases, panel.columns(), book.given(), learner);
        var overall = ColumnEvidence.of(cases, book, learned);
        boolean shown = overall.shows(cases, CHANCE_OVERALL);
        var groups = new TreeMap<String, List<SeriesCase>>();
        cases.forEach(it ->
                groups.computeIfAbsent(it.group(), any -> new ArrayList<>()).add(it));
        var opinions = new ArrayList<Opinion>();
        for (var group : groups.values()) {
            var evidence = groups.size() == 1 ? overall : evidence(group, overall, book, learned);
            boolean explained = shown && evidence.shows(group, CHANCE_IN_GROUP);
            opinions.addAll(
                    new GroupStudy(group, evidence.terms(), explained, columns(panel, book), settings).opinions());
        }
        return opinions;
    }

    /** A group of many series chooses its own regressors, one of few takes those of all. */
    private static ColumnEvidence evidence(
            List<SeriesCase> group, ColumnEvidence overall, TermBook book, List<Term> learned) {
        return group.size() < GROUP_CHOOSES
                ? overall.about(group, book, learned)
                : ColumnEvidence.of(group, book, learned);
    }

    private static Columns columns(PricePanel panel, TermBook book) {
        var names = book.given().stream()
                .flatMapToInt(Term::columns)
                .distinct()
                .sorted()
                .mapToObj(it -> panel.columns().get(it).name())
                .toList();
        return new Columns(
                "assumes that %s %s all that moved price and demand together"
                        .formatted(String.join(", ", names), names.size() == 1 ? "carries" : "carry"),
                names.isEmpty()
                        ? "without a cost, and without columns that explain demand, a price that follows hidden demand looks like demand that answers to price"
                        : "the columns are not shown to explain demand, and no cost moves the price by itself: a price that follows hidden demand looks like demand that answers to price");
    }
}
