package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import java.util.Optional;

/** A location: a node that the shop has, or had. */
final class LocationBody implements BodyTranslator {

    static final Shape SHAPE = Places.declare(Shape.of("location"), "NodeChanged.place")
            .identified("NodeChanged.node")
            .reads("name", "NodeChanged.name")
            .reads("legacy", "NodeChanged.kind: a fulfillment service's own location is a partner's")
            .reads("active", "NodeChanged.active")
            .reads("updated_at", "NodeChanged.occurredAt and version")
            .leaves("finer than planning needs", "city")
            .leaves("says the same as the codes", "country_name localized_country_name localized_province_name")
            .leaves("it is as new as its change", "created_at");

    private static final Shape GONE = Shape.of("deleted location")
            .identified("NodeChanged.node, no longer active")
            .leavesRest("it is gone");

    private final Shape shape;

    private LocationBody(Shape shape) {
        this.shape = shape;
    }

    static LocationBody kept() {
        return new LocationBody(SHAPE);
    }

    static LocationBody gone() {
        return new LocationBody(GONE);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void translate(Json location, Facts facts) {
        facts.add(shape == GONE ? gone(location, facts) : changed(location, facts));
    }

    private static NodeChanged changed(Json location, Facts facts) {
        var node = LineNames.node(Optional.of(location.ownId()), facts.options());
        var at = location.moment("updated_at").orElse(facts.moment());
        return new NodeChanged(
                facts.header(NodeChanged.class, EntityKind.NODE, node.value(), at),
                node,
                location.text("name").orElse(node.value()),
                location.flag("legacy").orElse(false) ? NodeKind.PARTNER : NodeKind.WAREHOUSE,
                Places.read(location),
                Optional.empty(),
                location.flag("active").orElse(true));
    }

    private static NodeChanged gone(Json location, Facts facts) {
        var node = LineNames.node(Optional.of(location.ownId()), facts.options());
        var header = facts.header(NodeChanged.class, EntityKind.NODE, node.value(), facts.moment());
        return new NodeChanged(
                header, node, node.value(), NodeKind.WAREHOUSE, Optional.empty(), Optional.empty(), false);
    }
}
