package dev.storetwin.core.binary;

import java.util.List;
import java.util.stream.Collectors;

/** How the values of one named type lie in bytes. */
sealed interface TypeShape {

    String name();

    /** Its components one after the other. */
    record OfRecord(String name, List<Part> parts) implements TypeShape {

        public OfRecord {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return line("record", name, parts);
        }
    }

    /**
     * One component of a record.
     *
     * @param name as in the source code
     */
    record Part(String name, TypeName type) {

        @Override
        public String toString() {
            return name + " " + type;
        }
    }

    /** The place of the constant in this list. */
    record OfEnum(String name, List<String> constants) implements TypeShape {

        public OfEnum {
            constants = List.copyOf(constants);
        }

        @Override
        public String toString() {
            return line("enum", name, constants);
        }
    }

    /** The place of the record's type in this list, then the record. */
    record OfChoice(String name, List<String> records) implements TypeShape {

        public OfChoice {
            records = List.copyOf(records);
        }

        @Override
        public String toString() {
            return line("choice", name, records);
        }
    }

    private static String line(String kind, String name, List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining("; ", kind + " " + name + " {", "}"));
    }
}
