package dev.storetwin.core.inventory;

import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What the merchant's rules say about one SKU at one node.
 *
 * @param supplier how it is ordered from
 * @param items    that cover it, the most specific first
 */
record Rules(Optional<SupplierRule> supplier, List<ItemRule> items) {

    static Rules of(TwinState state, ReplenishmentQuestion question, InventoryOptions options) {
        var supplier = options.suppliers().isEmpty()
                ? Optional.<SupplierRule>empty()
                : state.catalog()
                        .terms(question.sku())
                        .map(SupplierTerms::supplier)
                        .flatMap(id -> options.suppliers().stream()
                                .filter(it -> it.supplier().equals(id))
                                .findFirst());
        var items = options.items().stream()
                .filter(it -> covers(it.scope(), state, question))
                .sorted(Comparator.comparing(it -> it.scope().kind()))
                .toList();
        return new Rules(supplier, items);
    }

    private static boolean covers(Scope scope, TwinState state, ReplenishmentQuestion question) {
        return switch (scope.kind()) {
            case SKU -> scope.value().equals(question.sku().value());
            case CATEGORY ->
                state.catalog()
                        .variant(question.sku())
                        .flatMap(Variant::category)
                        .filter(scope.value()::equals)
                        .isPresent();
            case NODE -> scope.value().equals(question.node().value());
            case CHANNEL -> false;
            case EVERYTHING -> true;
        };
    }

    private <T> Optional<T> first(Function<ItemRule, Optional<T>> wish) {
        return items.stream().flatMap(it -> wish.apply(it).stream()).findFirst();
    }

    Optional<ServiceTarget> service() {
        return first(ItemRule::service);
    }

    Optional<Quantity> maximumOrder() {
        return first(ItemRule::maximumOrder);
    }

    Optional<Money> maximumSpend() {
        return first(ItemRule::maximumSpend);
    }

    Optional<Quantity> space() {
        return first(ItemRule::space);
    }

    OptionalInt shelfLife() {
        return items.stream()
                .map(ItemRule::shelfLifeDays)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
