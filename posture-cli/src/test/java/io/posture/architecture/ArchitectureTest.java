package io.posture.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house, held on the classes themselves. */
@AnalyzeClasses(packages = "io.posture", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int CLASSES_AT_LEAST = 150;

    private static final String[] CONTRACTS = {"io.posture.api..", "io.posture.explain..", "io.posture.spi.."};

    private static final String[] SHIPPED_PLUGINS = {
        "io.posture.segmentation..", "io.posture.safetystock..", "io.posture.strategies.."
    };

    private static final String[] SHIPPED_FORMATS = {"io.posture.xlsx..", "io.posture.parquet..", "io.posture.jdbc.."};
    /** They offer calculations as plugins do, and functions that commands call. */
    private static final String[] SHIPPED_ENGINES = {
        "io.posture.resilience..", "io.posture.review..", "io.posture.stress.."
    };

    @ArchTest
    static final ArchRule CONTRACTS_NEED_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAnyPackage(CONTRACTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CONTRACTS).or(jdk()).or(resideInAPackage("org.jspecify..")));

    @ArchTest
    static final ArchRule GUICE_STAYS_IN_THE_CORE = noClasses()
            .that()
            .resideOutsideOfPackage("io.posture.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

    @ArchTest
    static final ArchRule JACKSON_STAYS_IN_CORE_IO_AND_CLI = noClasses()
            .that()
            .resideOutsideOfPackages("io.posture.core..", "io.posture.io..", "io.posture.cli..", "io.posture.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule LOGBACK_STAYS_IN_THE_CLI = noClasses()
            .that()
            .resideOutsideOfPackage("io.posture.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback..");

    @ArchTest
    static final ArchRule SHIPPED_PLUGINS_SEE_CONTRACTS_AND_NUMERICS_ONLY = classes()
            .that()
            .resideInAnyPackage(SHIPPED_PLUGINS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CONTRACTS)
                    .or(resideInAnyPackage(SHIPPED_PLUGINS))
                    .or(resideInAPackage("io.posture.numerics.."))
                    .or(jdk())
                    .or(resideInAPackage("org.jspecify..")));

    @ArchTest
    static final ArchRule SOLVER_STAYS_IN_THE_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackage("io.posture.resilience.network..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ojalgo..");

    @ArchTest
    static final ArchRule SHIPPED_ENGINES_SEE_CONTRACTS_AND_NUMERICS_ONLY = classes()
            .that()
            .resideInAnyPackage(SHIPPED_ENGINES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CONTRACTS)
                    .or(resideInAnyPackage(SHIPPED_ENGINES))
                    .or(resideInAPackage("io.posture.numerics.."))
                    .or(resideInAPackage("org.ojalgo.."))
                    .or(jdk())
                    .or(resideInAPackage("org.jspecify..")));

    @ArchTest
    static final ArchRule SHIPPED_PLUGINS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "io.posture.(resilience|review|segmentation|safetystock|strategies|stress)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_A_SHIPPED_PLUGIN = noClasses()
            .that()
            .resideOutsideOfPackages(SHIPPED_PLUGINS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SHIPPED_PLUGINS);

    @ArchTest
    static final ArchRule NOBODY_KNOWS_A_SHIPPED_FORMAT = noClasses()
            .that()
            .resideOutsideOfPackages(SHIPPED_FORMATS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SHIPPED_FORMATS);

    @ArchTest
    static final ArchRule WORKBOOKS_NEED_NOTHING_BUT_THE_JDK_AND_IO = classes()
            .that()
            .resideInAPackage("io.posture.xlsx..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.posture.xlsx..", "io.posture.io..", "java..", "javax.xml.stream..", "org.jspecify.."));

    @ArchTest
    static final ArchRule DATABASES_ARE_SEEN_BY_THEIR_PLUGIN_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("io.posture.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule MODULES_HAVE_NO_CYCLES =
            slices().matching("io.posture.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule ONLY_THE_CLI_PRINTS =
            noClasses().that(doNotResideInTheCli()).should(ACCESS_STANDARD_STREAMS);

    @Test
    void rulesSawTheWholeHouse() {
        JavaClasses seen = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.posture");
        assertTrue(seen.size() >= CLASSES_AT_LEAST, () -> "rules looked at " + seen.size() + " classes only");
    }

    private static DescribedPredicate<JavaClass> jdk() {
        return resideInAPackage("java..");
    }

    private static DescribedPredicate<JavaClass> doNotResideInTheCli() {
        return DescribedPredicate.not(resideInAPackage("io.posture.cli.."));
    }
}
