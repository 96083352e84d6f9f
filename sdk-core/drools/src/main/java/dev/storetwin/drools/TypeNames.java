package dev.storetwin.drools;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.Guard;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.OrderTerm;
import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.PriceAge;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.TimeLimit;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the type names of one rule file stand for, by its imports. Classes are looked at, never run. */
final class TypeNames {

    /** What rules are mostly about: looked at when a name is unknown. */
    static final List<Class<?>> FAMILIAR = List.of(
            Campaign.class,
            CarrierOutage.class,
            Category.class,
            CurrentPrice.class,
            CutOff.class,
            DayStartPrice.class,
            Disposition.class,
            Fate.class,
            Figure.class,
            Guard.class,
            LandedCost.class,
            Limit.class,
            Location.class,
            LowestPrice.class,
            Market.class,
            MinimumOrder.class,
            Moment.class,
            Money.class,
            NodeOutage.class,
            NodeStock.class,
            NumberLimit.class,
            OrderAge.class,
            OrderTerm.class,
            OrderValue.class,
            OrderedLine.class,
            PackSize.class,
            PriceAge.class,
            PriceChange.class,
            PromotionPlan.class,
            Quantity.class,
            Ranking.class,
            Refunded.class,
            Replenishment.class,
            SourcingPlan.class,
            Spend.class,
            Standing.class,
            StockCover.class,
            TimeLimit.class,
            Transfer.class,
            WeekSpend.class);

    private final List<String> imports;
    private final ClassLoader loader;

    /** @param imports as written: classes, or packages with {@code .*} */
    TypeNames(String packageName, List<String> imports, ClassLoader loader) {
        this.imports = Stream.of(
                        imports.stream().filter(it -> !it.endsWith(".*")),
                        Stream.of(packageName + ".*"),
                        imports.stream().filter(it -> it.endsWith(".*")),
                        Stream.of("java.lang.*"))
                .flatMap(it -> it)
                .toList();
        this.loader = loader;
    }

    /** The type that a name stands for; the name may be simple, qualified or that of a nested type. */
    Optional<Class<?>> find(String name) {
        int dot = name.indexOf('.');
        var head = dot < 0 ? name : name.substring(0, dot);
        var tail = dot < 0 ? "" : name.substring(dot);
        return imports.stream()
                .filter(it -> it.endsWith(".*") || it.endsWith("." + head))
                .map(it -> it.endsWith(".*") ? it.substring(0, it.length() - 1) + head : it)
                .flatMap(it -> load(it + tail).stream())
                .findFirst()
                .or(() -> dot < 0 ? Optional.empty() : load(name));
    }

    /** A type by its full name, nested types with points as in Java. */
    Optional<Class<?>> load(String qualified) {
        try {
            return Optional.of(Class.forName(qualified, false, loader));
        } catch (ClassNotFoundException | LinkageError unknown) {
            int dot = qualified.lastIndexOf('.');
            var isNested = dot > 0 && Character.isUpperCase(qualified.charAt(qualified.lastIndexOf('.', dot - 1) + 1));
            return isNested ? load(qualified.substring(0, dot) + "$" + qualified.substring(dot + 1)) : Optional.empty();
        }
    }

    /** What to do about a name that stands for nothing. */
    String hint(String name) {
        for (var type : FAMILIAR) {
            if (type.getSimpleName().equals(name)) {
                return "Maybe 'import %s' is missing.".formatted(type.getName());
            }
        }
        var known = Stream.concat(
                        FAMILIAR.stream().map(Class::getSimpleName),
                        imports.stream().map(it -> it.substring(it.lastIndexOf('.') + 1)))
                .filter(it -> !it.equals("*"))
                .toList();
        var near = Closest.hint(name, known);
        return near.isEmpty() ? "Maybe an import is missing." : near;
    }
}
