package dev.storetwin.core.binary;

import dev.storetwin.type.Personal;
import org.jspecify.annotations.Nullable;

/** How personal values lie in bytes: whoever writes or reads a record says it. */
public interface PersonalForm {

    /** In plain UTF-8, for what never leaves the memory. */
    PersonalForm PLAIN = new PersonalForm() {
        @Override
        public byte[] write(Personal value, String path) {
            return new ByteWriter().writeString(value.reveal()).toByteArray();
        }

        @Override
        public Personal read(byte[] written, String path, @Nullable Object head) {
            return Personal.of(new ByteReader(written).readString());
        }
    };

    /** @param path where in the outermost record it is, such as {@code claims/0/value} */
    byte[] write(Personal value, String path);

    /**
     * @param path where in the outermost record, as its writer named the components
     * @param head the first component of the outermost record, which was read already; null when it was dropped since
     */
    Personal read(byte[] written, String path, @Nullable Object head);
}
