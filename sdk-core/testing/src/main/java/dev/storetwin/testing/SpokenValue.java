package dev.storetwin.testing;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one value as merchants write it: {@code MUG-1}, {@code 10.00 EUR}, {@code 12}, {@code 16:30}. */
final class SpokenValue {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, it -> it),
            Map.entry(Sku.class, Sku::of),
            Map.entry(Channel.class, Channel::of),
            Map.entry(NodeId.class, NodeId::of),
            Map.entry(OrderId.class, OrderId::of),
            Map.entry(CarrierId.class, CarrierId::of),
            Map.entry(Region.class, Region::of),
            Map.entry(Money.class, SpokenValue::money),
            Map.entry(Quantity.class, it -> Quantity.of(new BigDecimal(it))),
            Map.entry(double.class, it -> new BigDecimal(it).doubleValue()),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(boolean.class, SpokenValue::yesOrNo),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse));

    private SpokenValue() {}

    /** The value of a field; one that may be absent is, when it is not given. */
    static Object read(Class<?> owner, RecordComponent field, Map<String, String> given) {
        var text = Optional.ofNullable(given.get(field.getName()));
        if (field.getType() == Optional.class) {
            var inner = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return text.map(it -> read(owner, field.getName(), inner, it));
        }
        return read(
                owner,
                field.getName(),
                field.getType(),
                text.orElseThrow(() -> new IllegalArgumentException(
                        "%s needs a value for '%s'.".formatted(owner.getSimpleName(), field.getName()))));
    }

    private static Object read(Class<?> owner, String field, Class<?> type, String text) {
        var reader = type.isEnum() ? Optional.<Function<String, Object>>of(it -> constant(type, it)) : reader(type);
        if (reader.isEmpty()) {
            throw new IllegalArgumentException("The field '%s' of %s cannot be written here (%s)."
                    .formatted(field, owner.getSimpleName(), type.getSimpleName()));
        }
        try {
            return reader.get().apply(text);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "The field '%s' of %s cannot be '%s' (%s)."
                            .formatted(field, owner.getSimpleName(), text, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static Optional<Function<String, Object>> reader(Class<?> type) {
        return Optional.ofNullable(READERS.get(type));
    }

    /** As code spells it, or in small letters with blanks: {@code write off}. */
    private static Object constant(Class<?> type, String text) {
        var name = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> ((Enum<?>) it).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("expected yes or no");
        };
    }

    private static Money money(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("expected an amount and a currency such as 10.00 EUR");
        }
        return Money.of(text.substring(0, space), text.substring(space + 1));
    }
}
