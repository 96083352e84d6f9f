package dev.storetwin.shopify;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;

/** An inventory item: what one unit of a variant costs the shop. The rest of it the variant says. */
final class InventoryItemBody implements BodyTranslator {

    static final Shape SHAPE = Shape.of("inventory item")
            .identified("CostChanged.sku as its alias, where `sku` is blank")
            .reads("sku", "CostChanged.sku")
            .reads("cost", "CostChanged.cost")
            .reads("updated_at", "CostChanged.occurredAt and version")
            .reads("created_at", "CostChanged.occurredAt and version, where there is no `updated_at`")
            .leaves("`products/*` say it", "tracked requires_shipping weight_value weight_unit")
            .leaves("customs paperwork", "country_code_of_origin province_code_of_origin harmonized_system_code")
            .leaves("customs paperwork", "country_harmonized_system_codes")
            .leaves("how the item is measured and shared", "measurement duplicate_sku_count");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json item, Facts facts) {
        var id = item.ownId();
        var sku = item.as("sku", Sku::of).orElseGet(() -> LineNames.ofInventoryItem(id));
        var at = item.moment("updated_at").or(() -> item.moment("created_at")).orElse(facts.moment());
        item.number("cost")
                .ifPresentOrElse(
                        cost -> facts.add(new CostChanged(
                                facts.header(CostChanged.class, EntityKind.COST, sku.value(), at),
                                sku,
                                new Money(cost, facts.options().currency()))),
                        () -> facts.leave("The item has no cost; all else of it `products/*` say."));
    }
}
