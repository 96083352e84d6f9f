package dev.storetwin.core.binary;

import dev.storetwin.type.Personal;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written to bytes and read from them. Immutable, or as good as. */
interface Form {

    void write(Object value, Target out);

    Object read(Origin in);

    /** Where a record is written to. */
    final class Target {

        final ByteWriter bytes;
        final Path path = new Path();
        private final PersonalForm personal;

        Target(ByteWriter bytes, PersonalForm personal) {
            this.bytes = bytes;
            this.personal = personal;
        }

        void writePersonal(Personal value) {
            bytes.writeBytes(personal.write(value, path.toString()));
        }

        /** Writes beside, for what has to be sorted first. */
        byte[] aside(Form form, Object value) {
            var beside = new Target(new ByteWriter(32), personal);
            beside.path.enter(path.toString());
            form.write(value, beside);
            return beside.bytes.toByteArray();
        }
    }

    /** Where a record is read from. */
    final class Origin {

        final ByteReader bytes;
        final Path path = new Path();

        @Nullable
        Object head;

        private final PersonalForm personal;

        Origin(ByteReader bytes, PersonalForm personal) {
            this.bytes = bytes;
            this.personal = personal;
        }

        Personal readPersonal() {
            return personal.read(bytes.readBytes(), path.toString(), head);
        }
    }

    /** The way from the outermost record to what is being written or read. Only kept up where something personal can be at its end. */
    final class Path {

        private final StringBuilder steps = new StringBuilder();

        /** Goes one step down; the answer leads back. */
        int enter(String step) {
            int length = steps.length();
            if (length > 0) {
                steps.append('/');
            }
            steps.append(step);
            return length;
        }

        void leave(int back) {
            steps.setLength(back);
        }

        @Override
        public String toString() {
            return steps.toString();
        }
    }
}
