package dev.storetwin.drools;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees the host's facts and, where the host's class loader does not see them, Drools and the twin. */
final class HostClassLoader extends ClassLoader {

    private final ClassLoader own;

    private HostClassLoader(ClassLoader host, ClassLoader own) {
        super("storetwin-rules-host", host);
        this.own = own;
    }

    /** The loader of the thread that installs the rules, unless it knows another copy of the twin or none. */
    static ClassLoader current() {
        var own = HostClassLoader.class.getClassLoader();
        var host = Optional.ofNullable(Thread.currentThread().getContextClassLoader());
        return host.filter(it -> it != own && !seesOtherTwin(it))
                .<ClassLoader>map(it -> new HostClassLoader(it, own))
                .orElse(own);
    }

    private static boolean seesOtherTwin(ClassLoader host) {
        try {
            return host.loadClass(FailedConsequence.class.getName()) != FailedConsequence.class;
        } catch (ClassNotFoundException sealedOff) {
            return false;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return own.loadClass(name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        var found = super.getResourceAsStream(name);
        return found == null ? own.getResourceAsStream(name) : found;
    }
}
