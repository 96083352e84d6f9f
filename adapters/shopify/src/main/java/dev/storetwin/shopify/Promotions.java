package dev.storetwin.shopify;

import dev.storetwin.type.PromotionId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The discounts of one order, to which its lines refer by place in the list. */
final class Promotions {

    static final Shape SHAPE = Shape.of("discount application")
            .reads("code", "OrderPlaced.lines.promotions")
            .reads("title", "OrderPlaced.lines.promotions, where there is no code")
            .leaves("how the discount was worked out; each line has its share", "type target_type target_selection")
            .leaves("how the discount was worked out; each line has its share", "value value_type allocation_method")
            .leaves("how the discount was worked out; each line has its share", "description");

    private final List<Optional<PromotionId>> inOrder;

    private Promotions(List<Optional<PromotionId>> inOrder) {
        this.inOrder = inOrder;
    }

    static Promotions of(Json order) {
        var ids = new ArrayList<Optional<PromotionId>>();
        for (var discount : order.each("discount_applications")) {
            ids.add(discount.as("code", PromotionId::of).or(() -> discount.as("title", PromotionId::of)));
        }
        return new Promotions(ids);
    }

    /** Those that a line's discounts came from, each once. */
    List<PromotionId> of(List<Json> allocations) {
        return allocations.stream()
                .flatMap(it -> it.number("discount_application_index").stream())
                .map(BigDecimal::longValue)
                .filter(index -> 0 <= index && index < inOrder.size())
                .flatMap(index -> inOrder.get(index.intValue()).stream())
                .distinct()
                .toList();
    }
}
