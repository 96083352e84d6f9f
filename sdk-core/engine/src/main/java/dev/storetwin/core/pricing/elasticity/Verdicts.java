package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.numeric.Beta;
import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.pricing.elasticity.Pool.Belief;
import dev.storetwin.core.pricing.elasticity.Pool.Member;
import dev.storetwin.pricing.ElasticityStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Opinions judged, drawn together and put into words. */
final class Verdicts {

    private static final double SURELY_BELOW_ZERO = 1 - 1e-4;
    private static final double LEAST = -1e-6;
    private static final double FARTHEST_DRAWN = 1.75;

    private final TreeMap<String, Opinion> opinions = new TreeMap<>();
    private final Optional<Pool> pool;
    private final ElasticitySettings settings;

    private Verdicts(List<Opinion> opinions, ElasticitySettings settings, Optional<Belief> usual) {
        this.settings = settings;
        opinions.forEach(it -> this.opinions.put(it.one().name(), it));
        var members = new ArrayList<Member>();
        for (var it : opinions) {
            if (it.slope().isPresent() && it.refusal(settings.mostSensitive()).isEmpty()) {
                members.add(member(it));
            }
        }
        this.pool = members.isEmpty() ? Optional.empty() : Optional.of(Pool.of(members, usual));
    }

    static Verdicts of(List<Opinion> opinions, ElasticitySettings settings, Optional<Belief> usual) {
        return new Verdicts(opinions, settings, usual);
    }

    private static Member member(Opinion opinion) {
        var slope = opinion.slope().orElseThrow();
        return new Member(opinion.one().group(), slope.value(), slope.error());
    }

    ElasticityAnswer of(String name) {
        var opinion = opinions.get(name);
        if (opinion == null) {
            throw new IllegalArgumentException("There is no series '%s'.".formatted(name));
        }
        var refusal = opinion.refusal(settings.mostSensitive());
        if (refusal.isPresent()) {
            return ofGroup(opinion, ElasticityStatus.REFUSED, refusal.get());
        }
        if (opinion.slope().isEmpty()) {
            return ofGroup(opinion, ElasticityStatus.POOLED, opinion.problem());
        }
        return own(opinion, opinion.slope().get());
    }

    private ElasticityAnswer own(Opinion opinion, Slope slope) {
        var known = pool.orElseThrow();
        double own = known.ownWeight(member(opinion));
        double freedom = slope.freedom() / Math.max(1e-3, own * own);
        var interval = interval(held(known.drawn(member(opinion)), slope), freedom);
        var words = new ArrayList<String>();
        words.add("its own %s from %s"
                .formatted(
                        Words.estimate(slope),
                        Words.count(opinion.one().series().distinctPeriods(), "period", "periods")));
        if (own < .995) {
            words.add("drawn by %.0f %% to %s"
                    .formatted(100 * (1 - own), drawnTo(known, opinion.one().group())));
        }
        var status = ElasticityStatus.ESTIMATED;
        if (slope.value() >= 0) {
            status = ElasticityStatus.POOLED;
            words.add("its own is not below zero, within its noise: held below zero");
        }
        if (Double.isFinite(slope.strength())) {
            words.add("first-stage F %.0f".formatted(slope.strength()));
        }
        words.add(opinion.assumption());
        words.addAll(opinion.one().remarks());
        return new ElasticityAnswer(
                opinion.one().name(), Optional.of(interval), opinion.method(), status, String.join("; ", words));
    }

    /** Drawn, but by no more than so many of the standard errors that a plain regression has (limited translation of Efron and Morris 1972). */
    private static Belief held(Belief drawn, Slope slope) {
        double most = FARTHEST_DRAWN * Math.sqrt(slope.variance());
        double held = Math.max(slope.value() - most, Math.min(slope.value() + most, drawn.mean()));
        return new Belief(held, drawn.deviation());
    }

    private static String drawnTo(Pool pool, String group) {
        return "%s of %s"
                .formatted(Words.number(pool.group(group).mean()), group.isEmpty() ? "all series" : "group " + group);
    }

    private ElasticityAnswer ofGroup(Opinion opinion, ElasticityStatus status, String why) {
        var words = new ArrayList<String>();
        if (pool.isEmpty() || !opinion.identified()) {
            words.add(why);
            words.addAll(opinion.one().remarks());
            return new ElasticityAnswer(
                    opinion.one().name(),
                    Optional.empty(),
                    opinion.method(),
                    ElasticityStatus.UNIDENTIFIED,
                    String.join("; ", words));
        }
        var known = pool.get();
        var group = opinion.one().group();
        words.add("%s is used: %s".formatted(source(known, group), why));
        words.addAll(opinion.one().remarks());
        return new ElasticityAnswer(
                opinion.one().name(),
                Optional.of(interval(known.another(group), Double.POSITIVE_INFINITY)),
                opinion.method(),
                status,
                String.join("; ", words));
    }

    private static String source(Pool pool, String group) {
        return pool.members(group) > 0 && !group.isEmpty()
                ? "that of group %s, from %d series".formatted(group, pool.members(group))
                : "that of all %d estimated series".formatted(pool.members());
    }

    /** By name, and all together last. */
    List<ElasticityAnswer> ofGroups() {
        var names = new TreeSet<String>();
        opinions.values().forEach(it -> names.add(it.one().group()));
        names.remove("");
        var answers = new ArrayList<ElasticityAnswer>();
        names.forEach(it -> answers.add(ofGroup(it)));
        answers.add(ofAll());
        return answers;
    }

    private ElasticityAnswer ofGroup(String group) {
        var name = ElasticityStudy.GROUP + group;
        int members = pool.map(it -> it.members(group)).orElse(0);
        if (members > 0) {
            return mean(
                    name,
                    pool.orElseThrow().group(group),
                    ElasticityStatus.ESTIMATED,
                    "mean of " + members + " of its series");
        }
        var inside = opinions.values().stream()
                .filter(it -> it.one().group().equals(group))
                .toList();
        if (pool.isPresent() && inside.stream().anyMatch(Opinion::identified)) {
            return mean(
                    name,
                    pool.get().group(group),
                    ElasticityStatus.POOLED,
                    "that of all series: none of its own could be estimated");
        }
        return unidentified(name, inside.get(0).problem());
    }

    private ElasticityAnswer ofAll() {
        return pool.map(it -> mean(
                        ElasticityStudy.ALL,
                        it.all(),
                        ElasticityStatus.ESTIMATED,
                        "mean of %d series".formatted(it.members())))
                .orElseGet(() -> unidentified(ElasticityStudy.ALL, "none of the series could be estimated"));
    }

    private ElasticityAnswer mean(String name, Belief belief, ElasticityStatus status, String why) {
        return new ElasticityAnswer(
                name, Optional.of(interval(belief, Double.POSITIVE_INFINITY)), "hierarchical mean", status, why);
    }

    private static ElasticityAnswer unidentified(String name, String why) {
        return new ElasticityAnswer(name, Optional.empty(), "hierarchical mean", ElasticityStatus.UNIDENTIFIED, why);
    }

    /** Of a belief that demand does not rise with the price. */
    private ElasticityInterval interval(Belief belief, double freedom) {
        double tail = (1 - settings.confidence()) / 2;
        double below = Normal.cdf(-belief.mean() / belief.deviation());
        if (below > SURELY_BELOW_ZERO || !(belief.deviation() > 0)) {
            double reach = Beta.studentQuantile(1 - tail, freedom) * belief.deviation();
            return new ElasticityInterval(
                    belief.mean(), belief.deviation(), belief.mean() - reach, belief.mean() + reach);
        }
        return cut(belief, Math.max(below, 1e-12), tail);
    }

    private static ElasticityInterval cut(Belief belief, double below, double tail) {
        double edge = -belief.mean() / belief.deviation();
        double density = StrictMath.exp(-edge * edge / 2) / Math.sqrt(2 * Math.PI);
        double ratio = density / below;
        double value = Math.min(LEAST, belief.mean() - belief.deviation() * ratio);
        double lower = belief.mean() + belief.deviation() * Normal.quantile(tail * below);
        double upper = Math.min(0, belief.mean() + belief.deviation() * Normal.quantile((1 - tail) * below));
        double variance = 1 - edge * ratio - ratio * ratio;
        return new ElasticityInterval(
                value,
                belief.deviation() * Math.sqrt(Math.max(0, variance)),
                Math.min(lower, value),
                Math.max(upper, value));
    }
}
