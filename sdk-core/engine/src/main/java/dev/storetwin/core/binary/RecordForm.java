package dev.storetwin.core.binary;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record one after the other, as its writer had them.
 *
 * <p>How it works: what the writer had and we have too goes to its place among our components, what only the writer had is read over, and
 * what only we have keeps its default.
 */
final class RecordForm implements Form {

    /**
     * One component of the writer.
     *
     * @param accessor      reads it from a record; null when it is only read over
     * @param place         among our components; -1 when it is only read over
     * @param holdsPersonal whether the path has to be kept up
     */
    record Part(String name, Form form, @Nullable MethodHandle accessor, int place, boolean holdsPersonal) {}

    private final Part[] parts;
    private final @Nullable Object[] defaults;
    private final @Nullable MethodHandle constructor;

    /** @param constructor takes all our components in one array; null when the record is gone, so that it is only read over */
    RecordForm(List<Part> parts, @Nullable Object[] defaults, @Nullable MethodHandle constructor) {
        this.parts = parts.toArray(Part[]::new);
        this.defaults = defaults;
        this.constructor = constructor;
    }

    @Override
    public void write(Object value, Target out) {
        for (var part : parts) {
            int back = part.holdsPersonal ? out.path.enter(part.name) : 0;
            part.form.write(component(part, value), out);
            if (part.holdsPersonal) {
                out.path.leave(back);
            }
        }
    }

    @Override
    public Object read(Origin in) {
        return read(in, false);
    }

    /** Reads the outermost record: its first component is the head. */
    Object readOutermost(Origin in) {
        return read(in, true);
    }

    private Object read(Origin in, boolean isOutermost) {
        var values = defaults.clone();
        for (int i = 0; i < parts.length; i++) {
            var part = parts[i];
            int back = part.holdsPersonal ? in.path.enter(part.name) : 0;
            var value = part.form.read(in);
            if (part.holdsPersonal) {
                in.path.leave(back);
            }
            if (part.place >= 0) {
                values[part.place] = value;
            }
            if (isOutermost && i == 0) {
                in.head = value;
            }
        }
        return constructor == null ? values : made(constructor, values);
    }

    private static Object component(Part part, Object value) {
        var accessor = part.accessor;
        if (accessor == null) {
            throw new IllegalStateException("Only a form of our own types writes; this one reads " + part.name);
        }
        try {
            return (Object) accessor.invokeExact(value);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static Object made(MethodHandle constructor, @Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("A record threw a checked exception.", thrown);
    }
}
