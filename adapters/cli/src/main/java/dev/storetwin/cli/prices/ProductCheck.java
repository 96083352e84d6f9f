package dev.storetwin.cli.prices;

import dev.storetwin.core.pricing.plan.PriceEnding;
import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.PricedItem.Demand;
import dev.storetwin.core.pricing.plan.PricedItem.Marks;
import dev.storetwin.core.pricing.plan.PricedItem.Still;
import dev.storetwin.core.pricing.plan.PricedItem.Unit;
import dev.storetwin.core.pricing.plan.RungPrices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes items of lines, where they can be believed.
 *
 * @param currency of the file; empty when no line names one
 * @param lines    by key; more than one for what stands there twice
 */
record ProductCheck(PriceTicks ticks, Optional<String> currency, Map<String, List<Long>> lines) {

    private static final BigDecimal DEAREST = BigDecimal.valueOf(20);
    private static final BigDecimal CHEAPEST = new BigDecimal("0.001");
    private static final BigDecimal USUAL_LOW = new BigDecimal("0.8");
    private static final BigDecimal USUAL_HIGH = new BigDecimal("1.2");

    /** A line that cannot be used, and why. */
    private static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        private final PriceStatus status;

        Unusable(PriceStatus status, String reason) {
            super(reason);
            this.status = status;
        }

        Still still() {
            return new Still(status, String.valueOf(getMessage()));
        }
    }

    ProductRow row(ProductCells cells, ElasticityTable.Answer elasticity) {
        var shown =
                cells.number("price").number().map(BigDecimal::toPlainString).orElse("");
        long price;
        try {
            price = price(cells);
        } catch (Unusable unusable) {
            return new ProductRow(
                    cells.traits().series(), shown, Optional.empty(), Optional.of(unusable.still()), List.of());
        }
        var notes = new ArrayList<String>();
        try {
            var item = item(cells, price, elasticity, notes);
            return new ProductRow(cells.traits().series(), shown, Optional.of(item), Optional.empty(), notes);
        } catch (Unusable unusable) {
            var item = still(cells, price, unusable.still());
            return new ProductRow(cells.traits().series(), shown, Optional.of(item), Optional.empty(), List.of());
        }
    }

    private long price(ProductCells cells) throws Unusable {
        var price = known(cells, "price");
        require(price.signum() > 0, "The price, %s, is not above zero", price);
        require(ticks.holds(price), "The price, %s, has too many digits", price);
        return ticks.exactly(price);
    }

    private PricedItem still(ProductCells cells, long price, Still still) {
        return new PricedItem(
                cells.name(),
                cells.traits(),
                Unit.of(price, cost(cells)),
                Demand.unknown(),
                Marks.NONE,
                List.of(),
                Optional.of(still));
    }

    private static BigDecimal cost(ProductCells cells) {
        return cells.number("cost").number().filter(it -> it.signum() >= 0).orElse(BigDecimal.ZERO);
    }

    private PricedItem item(ProductCells cells, long price, ElasticityTable.Answer elasticity, List<String> notes)
            throws Unusable {
        requireOnce(cells);
        requireCurrency(cells);
        var unit = unit(cells, price, notes);
        var marks = marks(cells);
        var ladder = ladder(cells, price, notes);
        if (!elasticity.isKnown()) {
            return new PricedItem(
                    cells.name(),
                    cells.traits(),
                    unit,
                    demand(cells, 0, 0, 0, notes),
                    marks,
                    List.of(),
                    Optional.of(new Still(PriceStatus.UNIDENTIFIED, elasticity.words())));
        }
        var demand = demand(cells, elasticity.value(), elasticity.lower(), elasticity.upper(), notes);
        if (!elasticity.words().isEmpty()) {
            notes.add(elasticity.words());
        }
        return new PricedItem(cells.name(), cells.traits(), unit, demand, marks, ladder, Optional.empty());
    }

    private void requireOnce(ProductCells cells) throws Unusable {
        var of = lines.getOrDefault(cells.key(), List.of());
        if (of.size() > 1) {
            throw refused("%s stands in the file more than once, in lines %s: nobody knows which one counts"
                    .formatted(cells.name(), of));
        }
    }

    private void requireCurrency(ProductCells cells) throws Unusable {
        var own = cells.currency();
        if (own.isPresent() && !ProductPrices.isCurrency(own.get())) {
            throw refused("'%s' is no currency".formatted(own.get()));
        }
        if (currency.isPresent() && !own.equals(currency)) {
            throw refused("It is in %s, the first line in %s: plan each currency on its own"
                    .formatted(own.orElse("no currency"), currency.get()));
        }
    }

    private Unit unit(ProductCells cells, long ticksOfPrice, List<String> notes) throws Unusable {
        var cost = known(cells, "cost");
        var price = ticks.amount(ticksOfPrice);
        require(cost.signum() >= 0, "The cost, %s, is below zero", cost);
        boolean isNear = cost.compareTo(price.multiply(DEAREST)) <= 0
                && (cost.signum() == 0 || cost.compareTo(price.multiply(CHEAPEST)) >= 0);
        require(
                isNear,
                "The cost, %s, is out of all proportion to the price: maybe one of them counts another unit",
                cost);
        if (cost.signum() == 0) {
            notes.add("the cost is zero: all of the price counts as margin");
        }
        var tax = optional(cells, "tax_rate").orElse(BigDecimal.ZERO);
        require(tax.compareTo(BigDecimal.ONE) < 0, "The tax rate, %s, is not below 1", tax);
        if (cost.multiply(BigDecimal.ONE.add(tax)).compareTo(price) > 0) {
            notes.add("it is sold below cost");
        }
        var back = optional(cells, "return_rate").orElse(BigDecimal.ZERO);
        require(back.compareTo(BigDecimal.ONE) < 0, "The return rate, %s, is not below 1", back);
        double backCost = optional(cells, "return_cost").orElse(BigDecimal.ZERO).doubleValue();
        return new Unit(ticksOfPrice, cost, tax, back.doubleValue(), backCost);
    }

    private Demand demand(ProductCells cells, double value, double lower, double upper, List<String> notes)
            throws Unusable {
        var units = optional(cells, "units");
        if (units.isEmpty()) {
            notes.add("units are not known: values are per unit sold a week today, and stock cannot bind");
        }
        var weeks = optional(cells, "weeks_left");
        require(weeks.map(it -> it.signum() > 0).orElse(true), "No week is left: %s", weeks.orElse(BigDecimal.ZERO));
        require(notNaN(cells, "stock"), "The stock is no number%s", "");
        var stock = cells.number("stock").number().map(it -> it.max(BigDecimal.ZERO));
        return new Demand(number(units), value, lower, upper, number(stock), number(weeks));
    }

    private static OptionalDouble number(Optional<BigDecimal> number) {
        return number.map(it -> OptionalDouble.of(it.doubleValue())).orElse(OptionalDouble.empty());
    }

    private Marks marks(ProductCells cells) throws Unusable {
        var size = optional(cells, "size");
        require(size.map(it -> it.signum() > 0).orElse(true), "A size of %s", size.orElse(BigDecimal.ZERO));
        var rank = optional(cells, "size_rank");
        require(
                rank.map(it -> it.compareTo(BigDecimal.valueOf(1_000_000)) <= 0
                                && it.stripTrailingZeros().scale() <= 0)
                        .orElse(true),
                "The size rank, %s, is no whole number",
                rank.orElse(BigDecimal.ZERO));
        var moves = optional(cells, "moves").orElse(BigDecimal.ZERO);
        return new Marks(
                mark(cells, "competitor_price"),
                mark(cells, "lowest_30d"),
                size,
                rank.map(it -> OptionalInt.of(it.intValue())).orElse(OptionalInt.empty()),
                moves.min(BigDecimal.valueOf(1_000_000)).intValue());
    }

    private OptionalLong mark(ProductCells cells, String column) throws Unusable {
        var price = optional(cells, column);
        if (price.isEmpty()) {
            return OptionalLong.empty();
        }
        require(price.get().signum() > 0, "The " + column + ", %s, is not above zero", price.get());
        require(ticks.holds(price.get()), "The " + column + ", %s, has too many digits", price.get());
        return OptionalLong.of(ticks.exactly(price.get()));
    }

    private List<Long> ladder(ProductCells cells, long price, List<String> notes) throws Unusable {
        var present = ticks.amount(price);
        var low = optional(cells, "ladder_low");
        var high = optional(cells, "ladder_high");
        if (low.isEmpty() || high.isEmpty()) {
            notes.add("the ladder is not told on both sides: it reaches 20 % from the price where it is not");
        }
        var from = low.orElse(present.multiply(USUAL_LOW));
        var to = high.orElse(present.multiply(USUAL_HIGH));
        require(from.signum() > 0, "The ladder begins at %s, which is not above zero", from);
        if (from.compareTo(to) > 0) {
            throw refused("The ladder is upside down, from %s to %s"
                    .formatted(ProductPrices.plain(from), ProductPrices.plain(to)));
        }
        boolean isNear = to.compareTo(present.multiply(DEAREST)) <= 0
                && from.multiply(DEAREST).compareTo(present) >= 0;
        require(
                isNear && to.multiply(DEAREST).compareTo(present) >= 0,
                "The ladder begins at %s, out of all proportion to the price: maybe one of them is in another unit",
                from);
        try {
            return rungs(cells, ticks.up(from), ticks.down(to));
        } catch (IllegalArgumentException impossible) {
            throw refused(
                    String.valueOf(impossible.getMessage()).lines().findFirst().orElse("The ladder cannot be built"));
        }
    }

    private List<Long> rungs(ProductCells cells, long from, long to) throws Unusable {
        if (!cells.ending().isEmpty()) {
            var endings = Arrays.stream(cells.ending().split("[;,|/\\s]+"))
                    .filter(it -> !it.isBlank())
                    .map(this::ending)
                    .toList();
            return RungPrices.ofEndings(from, to, endings);
        }
        var step = mark(cells, "step");
        return from > to ? List.of() : RungPrices.ofStep(from, to, step.orElse(RungPrices.usualStep(from, to, ticks)));
    }

    private PriceEnding ending(String text) {
        if (!text.matches("\\d{0,6}\\.\\d{1,6}|\\d{1,6}")) {
            throw new IllegalArgumentException("Prices cannot end in '%s': .99 was expected, or 95".formatted(text));
        }
        return PriceEnding.of(text, ticks);
    }

    private static BigDecimal known(ProductCells cells, String column) throws Unusable {
        require(notNaN(cells, column), "The " + column + " is no number%s", "");
        return cells.number(column)
                .number()
                .orElseThrow(
                        () -> new Unusable(PriceStatus.INSUFFICIENT_DATA, "The %s is not known".formatted(column)));
    }

    /** Empty where it is not known; not below zero. */
    private static Optional<BigDecimal> optional(ProductCells cells, String column) throws Unusable {
        require(notNaN(cells, column), "The " + column + " is no number%s", "");
        var number = cells.number(column).number();
        require(
                !cells.number(column).isBelowZero(),
                "The " + column + ", %s, is below zero",
                number.orElse(BigDecimal.ZERO));
        return number;
    }

    private static boolean notNaN(ProductCells cells, String column) {
        return !cells.number(column).isNaN();
    }

    private static void require(boolean holds, String otherwise, Object found) throws Unusable {
        if (!holds) {
            throw refused(otherwise.formatted(found instanceof BigDecimal it ? ProductPrices.plain(it) : found));
        }
    }

    private static Unusable refused(String reason) {
        return new Unusable(PriceStatus.REFUSED, reason);
    }
}
