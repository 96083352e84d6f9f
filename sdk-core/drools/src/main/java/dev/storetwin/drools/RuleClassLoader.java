package dev.storetwin.drools;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the classes of one rule set; when nobody holds it any more, they are unloaded. */
final class RuleClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    RuleClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
        super("storetwin-rules", parent);
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
