package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storetwin.platform.PlatformMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks bodies next to the declarations of what becomes of their fields. */
final class Declared {

    /** Sees one field of a body. */
    interface Visitor {
        void visit(ObjectNode object, String field, String path, Shape shape);
    }

    /** A field that is read, wherever its shape stands. */
    record ReadField(Shape shape, String field) {

        @Override
        public String toString() {
            return shape.name() + "." + field;
        }
    }

    private final JsonNode root;
    private final Kind kind;

    private Declared(JsonNode root, Kind kind) {
        this.root = root;
        this.kind = kind;
    }

    static Declared of(PlatformMessage message) {
        var root = Samples.json(message.body());
        return new Declared(root, Envelope.open(message.topic(), root).kind());
    }

    Kind kind() {
        return kind;
    }

    /** The body as it stands now, under a topic of its kind, so that a change of a field cannot make it another kind. */
    PlatformMessage message() {
        var message = PlatformMessage.of(Map.of(), Samples.bytes(root), Samples.RECEIVED_AT);
        return kind.topics().stream().findFirst().map(message::withTopic).orElse(message);
    }

    void eachField(Visitor visitor) {
        var names = Mutations.names(root).stream()
                .filter(name -> !name.equals("notice"))
                .toList();
        var isWrapped = names.size() == 1 && kind.wrappers().contains(names.get(0));
        var body = isWrapped ? root.get(names.get(0)) : root;
        walk(body, kind.translator().shape(), kind.name() + ": ", visitor);
    }

    private static void walk(JsonNode node, Shape shape, String path, Visitor visitor) {
        node.forEach(item -> {
            if (node.isArray()) {
                walk(item, shape, path, visitor);
            }
        });
        if (node instanceof ObjectNode object) {
            for (var field : Mutations.names(object)) {
                visitor.visit(object, field, path + field, shape);
                if (shape.fields().get(field) instanceof Shape.Part part) {
                    walk(object.get(field), part.shape(), path + field + (part.many() ? "[]." : "."), visitor);
                }
            }
        }
    }

    /** Every field that any kind of body declares as read. */
    static Set<ReadField> allReads() {
        var reads = new LinkedHashSet<ReadField>();
        Kinds.all().forEach(kind -> reads(kind.translator().shape(), reads));
        return reads;
    }

    private static void reads(Shape shape, Set<ReadField> reads) {
        shape.fields().forEach((name, field) -> {
            if (field instanceof Shape.Read) {
                reads.add(new ReadField(shape, name));
            } else if (field instanceof Shape.Part part) {
                reads(part.shape(), reads);
            }
        });
    }

    static List<String> undeclared(PlatformMessage message) {
        var undeclared = new ArrayList<String>();
        of(message).eachField((object, field, path, shape) -> {
            if (shape.whatOf(field).isEmpty()) {
                undeclared.add(path);
            }
        });
        return undeclared;
    }
}
