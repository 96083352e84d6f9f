package dev.storetwin.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.model.codegen.execmodel.ModelBuilderImpl;
import org.drools.model.codegen.execmodel.ModelWriter;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.kie.internal.builder.conf.ParallelLambdaExternalizationOption;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.internal.conf.ConsequenceExceptionHandlerOption;
import org.kie.internal.conf.IndexLeftBetaMemoryOption;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.JavaCompiler;
import org.kie.memorycompiler.JavaCompilerFactory;
import org.kie.memorycompiler.JavaConfiguration;
import org.kie.memorycompiler.resources.MemoryResourceStore;

/**
 * Rules as class files.
 *
 * <p>How it works: Drools writes an executable model of the rules in Java, its compiler turns that into classes in memory, and a class loader of
 * our own runs them. No module, container or repository of KIE is involved: nothing is registered anywhere, nothing scanned, no thread
 * started, and when the last reference goes, so do the classes.
 *
 * @param classes by name
 * @param models  those that hold the rules
 */
record RuleClasses(Map<String, byte[]> classes, List<String> models) {

    /** Rules that cannot be compiled, with what the compiler says. */
    static final class NotCompiled extends Exception {

        private static final long serialVersionUID = 1;

        NotCompiled(String problem) {
            super(problem);
        }

        NotCompiled(Throwable failure) {
            super(
                    "The rule compiler fails here (%s)"
                            .formatted(failure.getClass().getSimpleName()),
                    failure);
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }

    static RuleClasses compile(List<String> drl, ClassLoader loader) throws NotCompiled {
        try {
            return toClasses(model(drl, loader), loader);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            throw new NotCompiled(failure);
        }
    }

    private static ModelBuilderImpl<PackageSources> model(List<String> drl, ClassLoader loader) throws NotCompiled {
        var releaseId = KieServices.get().newReleaseId("dev.storetwin", "rules", "1");
        var builder = new ModelBuilderImpl<>(PackageSources::dumpSources, settings(loader), releaseId, false);
        var batch = builder.batch();
        for (int number = 0; number < drl.size(); number++) {
            var resource = KieServices.get()
                    .getResources()
                    .newByteArrayResource(drl.get(number).getBytes(StandardCharsets.UTF_8), "UTF-8");
            resource.setSourcePath("rules-%d.drl".formatted(number));
            batch.add(resource, ResourceType.DRL);
        }
        batch.build();
        if (builder.hasErrors()) {
            throw new NotCompiled(builder.getErrors().stream()
                    .map(KnowledgeBuilderError::getMessage)
                    .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private static KnowledgeBuilderConfigurationImpl settings(ClassLoader loader) {
        var settings = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(new Properties(), loader)
                .as(KnowledgeBuilderConfigurationImpl.KEY);
        settings.setOption(LanguageLevelOption.DRL6);
        settings.setOption(ParallelRulesBuildThresholdOption.get(-1));
        settings.setOption(ParallelLambdaExternalizationOption.DISABLED);
        return settings;
    }

    private static RuleClasses toClasses(ModelBuilderImpl<PackageSources> model, ClassLoader loader)
            throws NotCompiled {
        var sources = new MemoryFileSystem();
        var written = new ModelWriter("").writeModel(sources, model.getPackageSources());
        var target = new MemoryResourceStore();
        var result = javaCompiler().compile(written.getSourceFiles().toArray(String[]::new), sources, target, loader);
        if (result.getErrors().length > 0) {
            throw new NotCompiled(Arrays.stream(result.getErrors())
                    .map(CompilationProblem::getMessage)
                    .distinct()
                    .collect(Collectors.joining("; ")));
        }
        var classes = new TreeMap<String, byte[]>();
        target.getResources().forEach((path, bytes) -> classes.put(path.asClassName(), bytes));
        return new RuleClasses(classes, List.copyOf(written.getModelFiles()));
    }

    /** The compiler that Drools brings: it needs no JDK and sees what the class loader sees. */
    static JavaCompiler javaCompiler() {
        return JavaCompilerFactory.loadCompiler(JavaConfiguration.CompilerType.ECLIPSE, "17");
    }

    /** Loads the classes and connects the rules. */
    KieBase open(ClassLoader parent) throws NotCompiled {
        try {
            var loader = new RuleClassLoader(parent, classes);
            var loaded = new ArrayList<Model>();
            for (var model : models) {
                loaded.add(
                        (Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
            }
            var settings = RuleBaseFactory.newKnowledgeBaseConfiguration(new Properties(), loader);
            settings.setOption(ConsequenceExceptionHandlerOption.get(FailedConsequence.class));
            settings.setOption(IndexLeftBetaMemoryOption.NO); // all facts are there before rules look: it only costs
            return KieBaseBuilder.createKieBaseFromModel(loaded, settings);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            throw new NotCompiled(failure);
        }
    }
}
