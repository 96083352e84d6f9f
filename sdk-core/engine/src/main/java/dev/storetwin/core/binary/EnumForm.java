package dev.storetwin.core.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of a constant among those of its writer. */
final class EnumForm implements Form {

    private static final String UNKNOWN = "UNKNOWN";

    private final TypeShape.OfEnum written;
    private final List<Optional<Object>> constants;

    /** @param type what it is today; null when it is gone, so that its values are only read over */
    EnumForm(TypeShape.OfEnum written, @Nullable Class<?> type) {
        this.written = written;
        this.constants = written.constants().stream()
                .map(it -> type == null ? Optional.<Object>of(it) : constant(type, it))
                .toList();
    }

    /** The constant of that name, or the one called unknown. */
    private static Optional<Object> constant(Class<?> type, String name) {
        return named(type, name).or(() -> named(type, UNKNOWN));
    }

    private static Optional<Object> named(Class<?> type, String name) {
        return Arrays.<Object>stream(type.getEnumConstants())
                .filter(it -> ((Enum<?>) it).name().equals(name))
                .findFirst();
    }

    /** Only ever asked for the constants of this version, which are written in their own order. */
    @Override
    public void write(Object value, Target out) {
        out.bytes.writeVarint(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(Origin in) {
        int place = in.bytes.readChoice(constants.size());
        return constants
                .get(place)
                .orElseThrow(() -> new UnsupportedBytes(
                        """
                This version knows no %s %s.
                Maybe a newer version wrote the file: use that one or a later one.""".formatted(written.name(), written.constants().get(place))));
    }
}
