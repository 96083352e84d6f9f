package dev.storetwin.core.state.quality;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Money;
import dev.storetwin.type.Personal;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Source;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** One event of every kind, nothing in it left out; each value occurs once and is written down under its type. */
final class FullEvents {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Words that name something within their record; they are no words to read. */
    private static final Set<String> IDS = Set.of("lineId", "code", "eventId");

    private final List<Object> values = new ArrayList<>();

    static Stream<Class<?>> kinds() {
        return kinds(TwinEvent.class);
    }

    private static Stream<Class<?>> kinds(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(FullEvents::kinds)
                : Stream.of(family);
    }

    TwinEvent of(Class<?> kind) {
        return (TwinEvent) record(kind);
    }

    /** Identifiers, quantities, money and words that the events hold so far. */
    List<Object> values() {
        return List.copyOf(values);
    }

    private Object record(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var arguments = Arrays.stream(components)
                    .map(it -> IDS.contains(it.getName()) ? it.getName() : value(it.getGenericType()))
                    .toArray();
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " is no record that can be made", impossible);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var first = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Map.class) {
                return Map.of(value(first), value(generic.getActualTypeArguments()[1]));
            }
            return generic.getRawType() == Optional.class
                    ? Optional.of(value(first))
                    : generic.getRawType() == Set.class ? Set.of(value(first)) : List.of(value(first));
        }
        return value((Class<?>) type);
    }

    private Object value(Class<?> type) {
        int number = values.size() + 1;
        if (type == EventHeader.class) {
            return EventHeader.of(Source.of("shop"), EntityKind.TWIN, "entity", NOON);
        }
        if (type == String.class) {
            return noted("words " + number);
        }
        if (type == Personal.class) {
            return Personal.of((String) noted("words " + number));
        }
        if (type == Quantity.class) {
            return noted(Quantity.of(number));
        }
        if (type == Money.class) {
            return noted(Money.of(number, Currency.getInstance("EUR")));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (isIdentifier(type)) {
            return noted(identifier(type, "id-" + number));
        }
        return type.isRecord() ? record(type) : plain(type);
    }

    private Object noted(Object value) {
        values.add(value);
        return value;
    }

    private static boolean isIdentifier(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class;
    }

    private static Object identifier(Class<?> type, String id) {
        try {
            return type.getConstructor(String.class).newInstance(id);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " is no identifier", impossible);
        }
    }

    private static Object plain(Class<?> type) {
        return Stream.<Object>of(
                        NOON,
                        LocalDate.EPOCH,
                        LocalTime.NOON,
                        Duration.ofDays(1),
                        BigDecimal.ONE,
                        Currency.getInstance("EUR"),
                        OptionalInt.of(1),
                        OptionalDouble.of(1))
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> number(type));
    }

    private static Object number(Class<?> type) {
        if (type == ZoneId.class) {
            return ZoneOffset.UTC;
        }
        return type == boolean.class ? (Object) true : type == double.class ? (Object) 1.0 : (Object) 1;
    }
}
