package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Elasticities of series, their groups and all together, each drawn to the larger whole by how little it knows.
 *
 * <p>How it works: a normal hierarchy, series around their group with one spread, groups around all with another. Both spreads are unknown;
 * instead of one guess for each, a grid of both is weighed by how well it explains the estimates (after Gelman 2006: half-Cauchy
 * priors on the spreads, none on the mean unless the caller has one) and every answer is the mixture over it. So intervals hold what is not known of the spreads, and a
 * series alone is drawn nowhere.
 */
final class Pool {

    private static final int SPREADS = 24;
    private static final int GROUP_SPREADS = 12;
    private static final double USUAL_SPREAD = .5;
    private static final double USUAL_GROUP_SPREAD = .3;
    private static final double NEGLIGIBLE = 1e-9;

    private final TreeMap<String, List<Member>> groups = new TreeMap<>();
    private final List<Cell> cells = new ArrayList<>();

    /**
     * One estimate.
     *
     * @param error its standard error
     */
    record Member(String group, double value, double error) {}

    /** Mean and standard deviation of what is believed. */
    record Belief(double mean, double deviation) {}

    /** What a mean of a group is under one pair of spreads. */
    private record Mean(double value, double variance) {}

    /** One pair of spreads, how likely it is, and what it says of groups and all. */
    private record Cell(double spread, double groupSpread, double weight, Mean all, Map<String, Mean> means) {}

    private final Optional<Belief> usual;

    private Pool(Optional<Belief> usual) {
        this.usual = usual;
    }

    /** @param members at least one */
    static Pool of(List<Member> members) {
        return of(members, Optional.empty());
    }

    /**
     * @param members at least one
     * @param usual   what is known of the mean of all before anything was estimated
     */
    static Pool of(List<Member> members, Optional<Belief> usual) {
        var pool = new Pool(usual);
        members.forEach(it -> pool.groups
                .computeIfAbsent(it.group(), any -> new ArrayList<>())
                .add(it));
        pool.weigh(scale(members));
        return pool;
    }

    /** How far apart estimates lie, by how well each is known: no spread is many times as large. */
    private static double scale(List<Member> members) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (var it : members) {
            double weight = 1 / (it.error() * it.error() + USUAL_SPREAD * USUAL_SPREAD);
            weights += weight;
            sum += weight * it.value();
            squares += weight * it.value() * it.value();
        }
        double mean = sum / weights;
        return Math.max(.2, Math.sqrt(Math.max(0, squares / weights - mean * mean)));
    }

    private void weigh(double scale) {
        int counted = groups.size() > 1 ? GROUP_SPREADS : 1;
        var likelihoods = new double[SPREADS][counted];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SPREADS; i++) {
            var inside = inside(spread(i, SPREADS, scale));
            for (int j = 0; j < counted; j++) {
                likelihoods[i][j] = between(inside, spread(j, GROUP_SPREADS, scale))
                        + prior(i, SPREADS, scale, USUAL_SPREAD)
                        + (counted > 1 ? prior(j, GROUP_SPREADS, scale, USUAL_GROUP_SPREAD) : 0);
                best = Math.max(best, likelihoods[i][j]);
            }
        }
        double sum = 0;
        for (var row : likelihoods) {
            for (double it : row) {
                sum += StrictMath.exp(it - best);
            }
        }
        for (int i = 0; i < SPREADS; i++) {
            for (int j = 0; j < counted; j++) {
                double weight = StrictMath.exp(likelihoods[i][j] - best) / sum;
                if (weight > NEGLIGIBLE) {
                    cells.add(cell(spread(i, SPREADS, scale), spread(j, GROUP_SPREADS, scale), weight));
                }
            }
        }
    }

    /** Denser near zero, up to three times the scale. */
    private static double spread(int index, int count, double scale) {
        double share = index / (count - 1.0);
        return 3 * scale * share * share;
    }

    /** The half-Cauchy density times the distance of grid points, in logarithms. */
    private static double prior(int index, int count, double scale, double usual) {
        double ratio = spread(index, count, scale) / usual;
        return StrictMath.log(Math.max(.5, index)) - StrictMath.log1p(ratio * ratio);
    }

    /** What the members of a group say of its mean under a spread, before other groups are heard. */
    private record Inside(String group, double mean, double precision, double likelihood) {}

    private List<Inside> inside(double spread) {
        var inside = new ArrayList<Inside>();
        groups.forEach((group, members) -> {
            double precision = 0;
            double sum = 0;
            double logs = 0;
            for (var it : members) {
                double weight = 1 / (it.error() * it.error() + spread * spread);
                precision += weight;
                sum += weight * it.value();
                logs += StrictMath.log(weight);
            }
            double mean = sum / precision;
            double squares = 0;
            for (var it : members) {
                squares += (it.value() - mean) * (it.value() - mean) / (it.error() * it.error() + spread * spread);
            }
            inside.add(new Inside(group, mean, precision, (logs - squares - StrictMath.log(precision)) / 2));
        });
        return inside;
    }

    private Mean all(List<Inside> inside, double groupSpread) {
        double precision = usual.map(Pool::precision).orElse(0.0);
        double sum = usual.map(it -> precision(it) * it.mean()).orElse(0.0);
        for (var it : inside) {
            double weight = 1 / (1 / it.precision() + groupSpread * groupSpread);
            precision += weight;
            sum += weight * it.mean();
        }
        return new Mean(sum / precision, 1 / precision);
    }

    private static double precision(Belief belief) {
        return 1 / (belief.deviation() * belief.deviation());
    }

    private double between(List<Inside> inside, double groupSpread) {
        var all = all(inside, groupSpread);
        double likelihood = StrictMath.log(all.variance()) / 2;
        for (var it : inside) {
            double variance = 1 / it.precision() + groupSpread * groupSpread;
            double distance = it.mean() - all.value();
            likelihood += it.likelihood() - (StrictMath.log(variance) + distance * distance / variance) / 2;
        }
        double off = usual.map(it -> it.mean() - all.value()).orElse(0.0);
        return likelihood - off * off * usual.map(Pool::precision).orElse(0.0) / 2;
    }

    private Cell cell(double spread, double groupSpread, double weight) {
        var inside = inside(spread);
        var all = all(inside, groupSpread);
        var means = new TreeMap<String, Mean>();
        for (var it : inside) {
            double own = groupSpread * groupSpread / (groupSpread * groupSpread + 1 / it.precision());
            means.put(
                    it.group(),
                    new Mean(
                            own * it.mean() + (1 - own) * all.value(),
                            own / it.precision() + (1 - own) * (1 - own) * all.variance()));
        }
        return new Cell(spread, groupSpread, weight, all, means);
    }

    /** Elasticity of one that was estimated. */
    Belief drawn(Member member) {
        return mixture(cell -> {
            var group = mean(cell, member.group());
            double error = member.error() * member.error();
            double own = cell.spread() * cell.spread() / (cell.spread() * cell.spread() + error);
            return new Mean(
                    own * member.value() + (1 - own) * group.value(),
                    own * error + (1 - own) * (1 - own) * group.variance());
        });
    }

    /** By how much of the way an estimate stays where it is. */
    double ownWeight(Member member) {
        double weight = 0;
        for (var cell : cells) {
            double spread = cell.spread() * cell.spread();
            weight += cell.weight() * spread / (spread + member.error() * member.error());
        }
        return weight;
    }

    /** Elasticity of one of a group that says nothing of itself. */
    Belief another(String group) {
        return mixture(cell -> {
            var mean = mean(cell, group);
            return new Mean(mean.value(), mean.variance() + cell.spread() * cell.spread());
        });
    }

    /** Mean elasticity of a group. */
    Belief group(String group) {
        return mixture(cell -> mean(cell, group));
    }

    /** Mean elasticity of all groups. */
    Belief all() {
        return mixture(Cell::all);
    }

    private static Mean mean(Cell cell, String group) {
        var known = cell.means().get(group);
        return known != null
                ? known
                : new Mean(cell.all().value(), cell.all().variance() + cell.groupSpread() * cell.groupSpread());
    }

    int members(String group) {
        return groups.getOrDefault(group, List.of()).size();
    }

    int members() {
        return groups.values().stream().mapToInt(List::size).sum();
    }

    private Belief mixture(Function<Cell, Mean> of) {
        double mean = 0;
        double square = 0;
        for (var cell : cells) {
            var it = of.apply(cell);
            mean += cell.weight() * it.value();
            square += cell.weight() * (it.variance() + it.value() * it.value());
        }
        return new Belief(mean, Math.sqrt(Math.max(0, square - mean * mean)));
    }
}
