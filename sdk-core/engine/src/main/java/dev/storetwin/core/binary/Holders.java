package dev.storetwin.core.binary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of what holds other values. Sets and maps lie in the order of the bytes of their elements and keys. */
final class Holders {

    private Holders() {}

    /** A byte that says whether something follows. */
    record OfOptional(Form content) implements Form {

        @Override
        public void write(Object value, Target out) {
            var optional = (Optional<?>) value;
            out.bytes.writeBoolean(optional.isPresent());
            if (optional.isPresent()) {
                content.write(optional.get(), out);
            }
        }

        @Override
        public Object read(Origin in) {
            return in.bytes.readBoolean() ? Optional.of(content.read(in)) : Optional.empty();
        }
    }

    /** What once had to be there and may now be absent. */
    record Widened(Form content) implements Form {

        @Override
        public void write(Object value, Target out) {
            throw new IllegalStateException("Only what an older version wrote is widened.");
        }

        @Override
        public Object read(Origin in) {
            return Optional.of(content.read(in));
        }
    }

    /** Their number and the elements; with their places in the path where they hold something personal. */
    record OfList(Form element, boolean holdsPersonal) implements Form {

        @Override
        public void write(Object value, Target out) {
            var list = (List<?>) value;
            out.bytes.writeVarint(list.size());
            for (int i = 0; i < list.size(); i++) {
                var back = holdsPersonal ? out.path.enter(Integer.toString(i)) : "";
                element.write(list.get(i), out);
                if (holdsPersonal) {
                    out.path.leave(back);
                }
            }
        }

        @Override
        public Object read(Origin in) {
            int count = in.bytes.readCount();
            var list = new ArrayList<Object>(count);
            for (int i = 0; i < count; i++) {
                var back = holdsPersonal ? in.path.enter(Integer.toString(i)) : "";
                list.add(element.read(in));
                if (holdsPersonal) {
                    in.path.leave(back);
                }
            }
            return list;
        }
    }

    record OfSet(Form element) implements Form {

        @Override
        public void write(Object value, Target out) {
            if (((Collection<?>) value).isEmpty()) {
                out.bytes.writeVarint(0);
                return;
            }
            var elements = ((Collection<?>) value)
                    .stream()
                            .map(it -> out.aside(element, it))
                            .sorted(Arrays::compareUnsigned)
                            .toList();
            out.bytes.writeVarint(elements.size());
            elements.forEach(it -> out.bytes.writeRaw(it, 0, it.length));
        }

        @Override
        public Object read(Origin in) {
            int count = in.bytes.readCount();
            var set = new LinkedHashSet<Object>();
            for (int i = 0; i < count; i++) {
                set.add(element.read(in));
            }
            return set;
        }
    }

    record OfMap(Form key, Form value) implements Form {

        private record Entry(byte[] key, byte[] value) {}

        @Override
        public void write(Object map, Target out) {
            if (((Map<?, ?>) map).isEmpty()) {
                out.bytes.writeVarint(0);
                return;
            }
            var entries = ((Map<?, ?>) map)
                    .entrySet().stream()
                            .map(it -> new Entry(out.aside(key, it.getKey()), out.aside(value, it.getValue())))
                            .sorted((one, other) -> Arrays.compareUnsigned(one.key, other.key))
                            .toList();
            out.bytes.writeVarint(entries.size());
            for (var entry : entries) {
                out.bytes.writeRaw(entry.key, 0, entry.key.length).writeRaw(entry.value, 0, entry.value.length);
            }
        }

        @Override
        public Object read(Origin in) {
            int count = in.bytes.readCount();
            var map = new LinkedHashMap<Object, Object>();
            for (int i = 0; i < count; i++) {
                map.put(key.read(in), value.read(in));
            }
            return map;
        }
    }
}
