package dev.storetwin.core.inventory.plan;

import dev.storetwin.inventory.PlanLimit;
import dev.storetwin.inventory.PlanLimit.AttributeSpace;
import dev.storetwin.inventory.PlanLimit.Budget;
import dev.storetwin.inventory.PlanLimit.CategoryBudget;
import dev.storetwin.inventory.PlanLimit.SupplierBudget;
import dev.storetwin.inventory.PlanLimit.UnitSpace;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The limits of a plan in whole numbers, so that sums are exact: money in the smallest coin, units in thousandths, room in millionths of its unit.
 */
public final class PlanLimits {

    private static final int ROOM_DIGITS = 6;
    private static final int UNIT_DIGITS = 3;
    private static final BigDecimal COUNTABLE = BigDecimal.valueOf(Long.MAX_VALUE);

    /** A size with more digits before or after the point is a slip, and would take long to add up. */
    private static final int MOST_DIGITS = 30;

    private final List<PlanLimit> limits;
    private final Currency currency;

    /**
     * @param currency that budgets are in
     * @throws IllegalArgumentException for a budget in another one
     */
    public PlanLimits(List<PlanLimit> limits, Currency currency) {
        this.limits = List.copyOf(limits);
        this.currency = currency;
        limits.forEach(this::requireCurrency);
    }

    private void requireCurrency(PlanLimit limit) {
        money(limit).filter(it -> !it.currency().equals(currency)).ifPresent(it -> {
            throw new IllegalArgumentException(
                    "The %s is in %s, the shop reports in %s.\nMaybe convert it: no exchange rate is known here."
                            .formatted(limit.name(), it.currency(), currency));
        });
    }

    private static Optional<Money> money(PlanLimit limit) {
        return limit instanceof Budget budget ? Optional.of(budget.money()) : Optional.empty();
    }

    public boolean isEmpty() {
        return limits.isEmpty();
    }

    public List<PlanLimit> all() {
        return limits;
    }

    /** How much there is of each, rounded down; what no number of coins or units reaches counts as the most that can be counted. */
    public long[] most() {
        return limits.stream().mapToLong(this::most).toArray();
    }

    private long most(PlanLimit limit) {
        var most = money(limit).map(Money::amount).orElseGet(() -> BigDecimal.valueOf(limit.most()));
        return most.movePointRight(digits(limit)).min(COUNTABLE).longValue();
    }

    private int digits(PlanLimit limit) {
        if (limit instanceof UnitSpace) {
            return UNIT_DIGITS;
        }
        return limit instanceof AttributeSpace ? ROOM_DIGITS : Math.max(0, currency.getDefaultFractionDigits());
    }

    /** So much of a limit in its own unit. */
    public double inUnits(int limit, double amount) {
        return amount / StrictMath.pow(10, digits(limits.get(limit)));
    }

    /**
     * What a pack of one order takes.
     *
     * @param limits  numbers of those that it can be weighed against
     * @param perPack of each of them, rounded up
     * @param names   of all limits that cover it, those that it cannot be weighed against with the reason
     * @param unknown whether there is one of those
     */
    record Uses(int[] limits, long[] perPack, List<String> names, boolean unknown) {}

    /** What an order takes of the limits that cover it. */
    Uses uses(TwinState state, Replenishment wish, Quantity pack) {
        var variant = state.catalog().variant(wish.sku());
        var found = new ArrayList<Integer>();
        var takes = new ArrayList<Long>();
        var names = new ArrayList<String>();
        boolean unknown = false;
        for (int i = 0; i < limits.size(); i++) {
            var limit = limits.get(i);
            if (!covers(limit, state, wish, variant)) {
                continue;
            }
            var take = take(limit, wish, pack, variant).filter(it -> isCountable(it, wish, pack));
            if (take.isPresent()) {
                found.add(i);
                takes.add(take.get().longValue());
                names.add(limit.name());
            } else {
                unknown = true;
                names.add("%s, of which it is not known what this order takes".formatted(limit.name()));
            }
        }
        return new Uses(
                found.stream().mapToInt(it -> it).toArray(),
                takes.stream().mapToLong(it -> it).toArray(),
                names,
                unknown);
    }

    private static boolean covers(PlanLimit limit, TwinState state, Replenishment wish, Optional<Variant> variant) {
        if (limit instanceof SupplierBudget budget) {
            var supplier = state.catalog()
                    .terms(wish.sku())
                    .map(SupplierTerms::supplier)
                    .or(() -> variant.flatMap(Variant::supplier));
            return supplier.filter(budget.supplier()::equals).isPresent();
        }
        if (limit instanceof CategoryBudget budget) {
            return variant.flatMap(Variant::category)
                    .filter(budget.category()::equals)
                    .isPresent();
        }
        if (limit instanceof UnitSpace space) {
            return space.node().equals(wish.node());
        }
        return !(limit instanceof AttributeSpace space) || space.node().equals(wish.node());
    }

    /** Whether all that is wished can be counted. */
    private static boolean isCountable(BigDecimal perPack, Replenishment wish, Quantity pack) {
        var packs = BigDecimal.valueOf(wish.quantity().thousandths() / pack.thousandths());
        return perPack.multiply(packs).compareTo(COUNTABLE) <= 0;
    }

    private Optional<BigDecimal> take(PlanLimit limit, Replenishment wish, Quantity pack, Optional<Variant> variant) {
        if (limit instanceof UnitSpace) {
            return Optional.of(BigDecimal.valueOf(pack.thousandths()));
        }
        if (limit instanceof AttributeSpace space) {
            return variant.map(Variant::attributes)
                    .flatMap(it -> Optional.ofNullable(it.get(space.attribute())))
                    .flatMap(PlanLimits::number)
                    .map(it -> scaled(it.multiply(pack.toBigDecimal()), ROOM_DIGITS));
        }
        return wish.spend()
                .filter(it -> it.currency().equals(currency))
                .map(it -> scaled(perPack(it, wish.quantity(), pack), digits(limit)));
    }

    /** Exact where a pack costs whole coins; else not below what rounding makes of any number of packs up to the wish. */
    private static BigDecimal perPack(Money spend, Quantity quantity, Quantity pack) {
        var packs = BigDecimal.valueOf(quantity.thousandths() / pack.thousandths());
        return spend.amount().divide(packs, 12, RoundingMode.UP);
    }

    private static BigDecimal scaled(BigDecimal amount, int digits) {
        return amount.movePointRight(digits).setScale(0, RoundingMode.UP);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip())).filter(it -> it.signum() >= 0 && isShort(it));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= 2 * MOST_DIGITS;
    }
}
