package dev.storetwin.feature;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.Target;

/**
 * One thing that has features: a SKU, a SKU in a channel, a node, a shopper by token, the shop.
 *
 * @param grain what kind of thing
 * @param id    its name; for a pair, of its first part; empty for the shop
 * @param part  name of the second part of a pair, else empty
 */
public record FeatureEntity(Grain grain, String id, String part) implements Comparable<FeatureEntity> {

    public static final FeatureEntity SHOP = new FeatureEntity(Grain.SHOP, "", "");

    public FeatureEntity {
        boolean isPair = grain == Grain.SKU_CHANNEL || grain == Grain.SKU_NODE;
        if (id.isEmpty() != (grain == Grain.SHOP) || part.isEmpty() == isPair) {
            throw new IllegalArgumentException(
                    "'%s' and '%s' do not name a %s.\nMaybe the other grain is meant; only pairs have a second part."
                            .formatted(id, part, grain));
        }
    }

    public static FeatureEntity of(Sku sku) {
        return new FeatureEntity(Grain.SKU, sku.value(), "");
    }

    public static FeatureEntity of(Sku sku, Channel channel) {
        return new FeatureEntity(Grain.SKU_CHANNEL, sku.value(), channel.value());
    }

    public static FeatureEntity of(Sku sku, NodeId node) {
        return new FeatureEntity(Grain.SKU_NODE, sku.value(), node.value());
    }

    public static FeatureEntity of(NodeId node) {
        return new FeatureEntity(Grain.NODE, node.value(), "");
    }

    public static FeatureEntity of(CarrierId carrier) {
        return new FeatureEntity(Grain.CARRIER, carrier.value(), "");
    }

    public static FeatureEntity of(SubjectId subject) {
        return new FeatureEntity(Grain.SUBJECT, subject.value(), "");
    }

    /** What a question is about, as finely as features know it; the shop for what names neither SKU nor node. */
    public static FeatureEntity of(Target target) {
        if (target.sku().isPresent()) {
            var sku = target.sku().orElseThrow();
            return target.channel()
                    .map(it -> of(sku, it))
                    .or(() -> target.node().map(it -> of(sku, it)))
                    .orElseGet(() -> of(sku));
        }
        return target.node().map(FeatureEntity::of).orElse(SHOP);
    }

    /**
     * The entity that this one is part of.
     *
     * @throws IllegalArgumentException when it lies in none of that grain
     */
    public FeatureEntity at(Grain coarser) {
        if (!grain.rollsUpTo(coarser)) {
            throw new IllegalArgumentException(
                    "%s is part of no %s.\nMaybe a feature was put into a set of another grain."
                            .formatted(this, coarser));
        }
        return switch (coarser) {
            case SHOP -> SHOP;
            case SKU -> grain == Grain.SKU ? this : new FeatureEntity(Grain.SKU, id, "");
            case NODE -> grain == Grain.NODE ? this : new FeatureEntity(Grain.NODE, part, "");
            default -> this;
        };
    }

    /** Of a SKU, alone or in a channel or at a node. */
    public Sku sku() {
        require(grain == Grain.SKU || grain == Grain.SKU_CHANNEL || grain == Grain.SKU_NODE, "SKU");
        return Sku.of(id);
    }

    public Channel channel() {
        require(grain == Grain.SKU_CHANNEL, "channel");
        return Channel.of(part);
    }

    /** Of a node, or of a SKU at a node. */
    public NodeId node() {
        require(grain == Grain.NODE || grain == Grain.SKU_NODE, "node");
        return NodeId.of(grain == Grain.NODE ? id : part);
    }

    public CarrierId carrier() {
        require(grain == Grain.CARRIER, "carrier");
        return CarrierId.of(id);
    }

    public SubjectId subject() {
        require(grain == Grain.SUBJECT, "subject");
        return SubjectId.of(id);
    }

    private void require(boolean has, String what) {
        if (!has) {
            throw new IllegalStateException(
                    "%s has no %s.\nMaybe a feature was put into a set of another grain.".formatted(this, what));
        }
    }

    @Override
    public int compareTo(FeatureEntity other) {
        int byGrain = grain.compareTo(other.grain);
        int byId = byGrain != 0 ? byGrain : id.compareTo(other.id);
        return byId != 0 ? byId : part.compareTo(other.part);
    }

    @Override
    public String toString() {
        return switch (grain) {
            case SHOP -> "shop";
            case SKU_CHANNEL -> "SKU " + id + "@" + part;
            case SKU_NODE -> "SKU " + id + "#" + part;
            default -> grain + " " + id;
        };
    }
}
