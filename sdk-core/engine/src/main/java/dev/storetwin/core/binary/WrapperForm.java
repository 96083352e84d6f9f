package dev.storetwin.core.binary;

import java.lang.invoke.MethodHandle;

/**
 * The one component of a record that has no other and never had: a SKU, a version. Nothing but a faster {@link RecordForm}.
 *
 * @param accessor    from an object to an object
 * @param constructor from an object to an object
 */
record WrapperForm(Form component, MethodHandle accessor, MethodHandle constructor) implements Form {

    @Override
    public void write(Object value, Target out) {
        component.write(RecordForm.invoked(accessor, value), out);
    }

    @Override
    public Object read(Origin in) {
        return RecordForm.invoked(constructor, component.read(in));
    }
}
