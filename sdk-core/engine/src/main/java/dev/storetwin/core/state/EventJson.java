package dev.storetwin.core.state;

import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Personal;
import dev.storetwin.type.Quantity;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * An event as one JSON object, its personal values in the clear.
 *
 * <p>How it works: a record is an object of its components, but for one whose only component is its value, which is that value. So a new
 * kind of event needs nothing here. What is absent or erased is left out.
 */
final class EventJson {

    private EventJson() {}

    static byte[] of(TwinEvent event) {
        return JsonObjectWriter.write(json -> event(json, event));
    }

    /** One that never came into the state. */
    static byte[] ofRefused(TwinEvent event) {
        return JsonObjectWriter.write(json -> {
            json.flag("refused", true);
            event(json, event);
        });
    }

    private static void event(JsonObjectWriter json, TwinEvent event) {
        json.text("event", event.getClass().getSimpleName());
        components(json, (Record) event);
    }

    private static void components(JsonObjectWriter json, Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            field(json, component.getName(), value(record, component));
        }
    }

    private static void field(JsonObjectWriter json, String name, Object value) {
        var plain = plain(value);
        if (plain instanceof Optional<?> optional) {
            optional.ifPresent(it -> field(json, name, it));
        } else if (plain instanceof Collection<?> items) {
            items(json, name, items);
        } else if (plain instanceof Map<?, ?> map) {
            json.object(name, it -> entries(it, map));
        } else if (plain instanceof Record record) {
            json.object(name, it -> components(it, record));
        } else {
            scalar(json, name, plain);
        }
    }

    /** Without the wrappers that say nothing in JSON. */
    private static Object plain(Object value) {
        if (value instanceof Personal personal) {
            return personal.isErased() ? Optional.empty() : personal.reveal();
        }
        if (value instanceof Quantity quantity) {
            return quantity.toBigDecimal();
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
        if (value instanceof Record record && isOneValue(record.getClass().getRecordComponents())) {
            return plain(value(record, record.getClass().getRecordComponents()[0]));
        }
        return value;
    }

    private static boolean isOneValue(RecordComponent... components) {
        return components.length == 1 && components[0].getName().equals("value");
    }

    private static void scalar(JsonObjectWriter json, String name, Object value) {
        if (value instanceof Boolean flag) {
            json.flag(name, flag);
        } else if (value instanceof BigDecimal number) {
            json.exact(name, number);
        } else if (value instanceof Double number) {
            json.number(name, number);
        } else if (value instanceof Number number) {
            json.whole(name, number.longValue());
        } else {
            json.text(name, value.toString());
        }
    }

    private static void items(JsonObjectWriter json, String name, Collection<?> items) {
        var plain = items.stream().map(EventJson::plain).toList();
        if (!plain.isEmpty() && plain.stream().allMatch(Record.class::isInstance)) {
            json.objects(name, records(plain), EventJson::components);
        } else {
            json.texts(name, plain.stream().map(Object::toString).toList());
        }
    }

    private static List<Record> records(List<Object> items) {
        return items.stream().map(Record.class::cast).toList();
    }

    private static void entries(JsonObjectWriter json, Map<?, ?> map) {
        var byName = new TreeMap<String, Object>();
        map.forEach((key, value) -> byName.put(key.toString(), value));
        byName.forEach((key, value) -> field(json, key, value));
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(
                    "%s.%s cannot be read.".formatted(record.getClass().getName(), component.getName()), closed);
        }
    }
}
