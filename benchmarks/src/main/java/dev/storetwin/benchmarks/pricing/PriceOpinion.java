package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a merchant who reads a rule in the guide says of planned prices. Knows the words of the optimiser, and nothing of how it works.
 *
 * <p>Lines that say that their rules clash are no part of it: their prices stay as they are. A rule with a priority may be broken by a line that says that
 * it gave way.
 */
record PriceOpinion(PriceRule rule, List<PricedLine> lines) {

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-6");

    /** How often the rule is broken. */
    int broken() {
        var judged = lines.stream()
                .filter(it -> it.status() != PriceStatus.INFEASIBLE && isMeant(it.item()))
                .filter(it -> rule.priority().isEmpty() || !saysThatItGaveWay(it, rule))
                .toList();
        int broken = 0;
        for (int i = 0; i < judged.size(); i++) {
            broken += isKept(judged.get(i)) ? 0 : 1;
            for (int j = 0; j < judged.size(); j++) {
                broken += i == j || isKept(judged.get(i), judged.get(j)) ? 0 : 1;
            }
        }
        return broken + (isKept(judged) ? 0 : 1);
    }

    /** Whether a reason tells that a wish could not be kept. */
    static boolean saysThatItGaveWay(PricedLine line, PriceRule rule) {
        return line.reason().contains(rule + " gave way") || line.reason().contains(rule + " was given up");
    }

    boolean isMeant(PricedItem item) {
        return switch (rule.scope().by()) {
            case EVERYTHING -> true;
            case FAMILY -> item.traits().family().equals(rule.scope().name());
            case CHANNEL -> item.traits().channel().equals(rule.scope().name());
            default -> throw new IllegalStateException("no such scope is drawn: " + rule.scope());
        };
    }

    private boolean isKept(PricedLine line) {
        var price = money(line.after());
        var before = money(line.before());
        var move = price.subtract(before);
        boolean changed = move.signum() != 0;
        return switch (rule.kind()) {
            case MARGIN_FLOOR -> isMarginKept(line.item().unit(), price);
            case MAX_PRICE -> price.compareTo(amount()) <= 0;
            case MIN_PRICE -> price.compareTo(amount()) >= 0;
            case MAX_CHANGE -> move.abs().compareTo(part(before)) <= 0;
            case MAX_RISE -> move.compareTo(part(before)) <= 0;
            case MAX_CUT -> move.negate().compareTo(part(before)) <= 0;
            case MIN_CHANGE -> !changed || move.abs().compareTo(part(before)) >= 0;
            case ENDING -> !changed || line.after() % 100 == 99;
            case FREEZE -> !changed;
            case LOWEST_PRICE ->
                !changed
                        || price.compareTo(money(line.item().marks().lowest().orElseThrow())
                                        .multiply(share()))
                                >= 0;
            case COMPETITOR_INDEX -> {
                var rival = money(line.item().marks().competitor().orElseThrow());
                var between = (PriceBound.Between) rule.bound();
                yield price.compareTo(rival.multiply(between.low())) >= 0
                        && price.compareTo(rival.multiply(between.high())) <= 0;
            }
            default -> true;
        };
    }

    private boolean isMarginKept(PricedItem.Unit unit, BigDecimal price) {
        var taxed = BigDecimal.ONE.add(unit.taxRate());
        var margin = price.subtract(unit.cost().multiply(taxed));
        return rule.bound() instanceof PriceBound.Share it
                ? margin.compareTo(price.multiply(it.share())) >= 0
                : margin.compareTo(amount().multiply(taxed)) >= 0;
    }

    private boolean isKept(PricedLine one, PricedLine other) {
        var traits = one.item().traits();
        var others = other.item().traits();
        boolean isFamily =
                traits.family().equals(others.family()) && traits.channel().equals(others.channel());
        return switch (rule.kind()) {
            case FAMILY_BAND -> !isFamily || isNear(one, other);
            case PARITY -> !traits.series().equals(others.series()) || isNear(one, other);
            case SIZE_ORDER ->
                !isFamily
                        || size(one).compareTo(size(other)) >= 0
                        || (one.after() <= other.after()
                                && money(other.after())
                                                .multiply(size(one))
                                                .compareTo(money(one.after()).multiply(size(other)))
                                        <= 0);
            default -> true;
        };
    }

    private static BigDecimal size(PricedLine line) {
        return line.item().marks().size().orElseThrow();
    }

    /** The one is not above the other by more than the bound; asked both ways. */
    private boolean isNear(PricedLine one, PricedLine other) {
        var most = money(other.after()).add(part(money(other.after())));
        return money(one.after()).compareTo(most) <= 0;
    }

    /** Of all together. */
    private boolean isKept(List<PricedLine> judged) {
        return switch (rule.kind()) {
            case MAX_MOVES -> {
                long made = lines.stream()
                        .mapToLong(it -> it.item().marks().moves())
                        .sum();
                long moves =
                        judged.stream().filter(it -> it.before() != it.after()).count();
                yield moves == 0 || moves + made <= ((PriceBound.Count) rule.bound()).count();
            }
            case MARKDOWN_BUDGET ->
                judged.stream()
                                .filter(it -> it.after() < it.before())
                                .map(PriceOpinion::given)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(amount().add(TOLERANCE))
                        <= 0;
            default -> true;
        };
    }

    /** What lower prices give away on what is expected to be sold. */
    private static BigDecimal given(PricedLine line) {
        double units = new ExpectedSales(line.item())
                .at(line.after(), line.item().demand().elasticity());
        return money(line.before() - line.after()).multiply(BigDecimal.valueOf(units));
    }

    private static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private BigDecimal part(BigDecimal of) {
        return rule.bound() instanceof PriceBound.Share it ? of.multiply(it.share()) : amount();
    }

    private BigDecimal share() {
        return ((PriceBound.Share) rule.bound()).share();
    }

    private BigDecimal amount() {
        return ((PriceBound.Amount) rule.bound()).amount();
    }
}
