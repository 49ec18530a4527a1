package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.source.StoreAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {

    @Test
    void argumentHasALabelAnAddressAndATable() {
        StoreAddress address = StoreAddress.find(
                        "demand=jdbc:postgresql://host:5432/erp?user=me&ssl=true[sales.orders]")
                .orElseThrow();
        assertEquals("demand", address.label());
        assertEquals("jdbc", address.scheme());
        assertEquals("jdbc:postgresql://host:5432/erp?user=me&ssl=true", address.text());
        assertEquals("sales.orders", address.part());
        assertEquals(Map.of(), address.secrets());
        assertEquals("demand=jdbc:postgresql://host:5432/erp?user=me&ssl=true[sales.orders]", address.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "demand.csv",
                "demand=demand.csv",
                "C:\\data\\demand.csv",
                "demand=C:/data/demand.csv",
                "orders.xlsx[EKBE 2026]",
                "2026:01.csv",
                ""
            })
    void namesOfFilesAreNoAddresses(String argument) {
        assertTrue(StoreAddress.find(argument).isEmpty());
        assertEquals(argument, StoreAddress.withoutSecrets(argument));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/erp",
                "jdbc:postgresql:erp",
                "jdbc:postgresql://host?user=me@corp.example",
                "jdbc:postgresql://[::1]:5432/erp",
                "jdbc:postgresql://[::1]",
                "jdbc:postgresql://a:1,b:2/erp?targetServerType=primary",
                "jdbc:postgresql://me@host:5432/erp",
                "jdbc:duckdb:/data/me@work/stock.db",
                "jdbc:sqlserver://host;databaseName=erp;encrypt=true",
                "items=jdbc:postgresql://host/erp[items]"
            })
    void addressWithoutSecretsStaysAsItIs(String argument) {
        assertEquals(argument, StoreAddress.withoutSecrets(argument));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://me:hush@host/erp jdbc:postgresql://me@host/erp",
                "jdbc:postgresql://me:a@hush/b?c@host/erp?ssl=true jdbc:postgresql://me@host/erp?ssl=true",
                "jdbc:postgresql://me:hush@[::1]:5432/erp jdbc:postgresql://me@[::1]:5432/erp",
                "jdbc:postgresql://host/erp?password=hush jdbc:postgresql://host/erp",
                "jdbc:postgresql://host/erp?user=me&password=hush;more&ssl=true jdbc:postgresql://host/erp?user=me&ssl=true",
                "jdbc:postgresql://host/erp?PASSWORD=hush&ssl=true jdbc:postgresql://host/erp?ssl=true",
                "jdbc:postgresql://host/erp?password=hush[items] jdbc:postgresql://host/erp[items]",
                "jdbc:postgresql://host/erp?sslpassword=hush jdbc:postgresql://host/erp",
                "jdbc:sqlserver://host;user=sa;password={hu;sh};encrypt=true jdbc:sqlserver://host;user=sa;encrypt=true",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=hush jdbc:h2:mem:x;USER=sa;",
                "jdbc:db2://host:50000/erp:password=hush;user=me; jdbc:db2://host:50000/erp:user=me;",
                "jdbc:oracle:thin:scott/hush@//host:1521/erp jdbc:oracle:thin:scott@//host:1521/erp",
                "jdbc:oracle:thin:scott/hu/sh@host:1521:erp jdbc:oracle:thin:scott@host:1521:erp",
                "jdbc:teradata://host/USER=me,PASSWORD=hush,TMODE=ANSI jdbc:teradata://host/USER=me,TMODE=ANSI",
                "jdbc:snowflake://host/?user=me&private_key_pwd=hush jdbc:snowflake://host/?user=me",
                "jdbc:duckdb:md:erp?motherduck_token=hush jdbc:duckdb:md:erp",
                "https://me:hush@host/data.csv https://me@host/data.csv"
            })
    void secretsAreTakenOutWhereverTheyStand(String argument, String shown) {
        assertEquals(shown, StoreAddress.withoutSecrets(argument));
        assertEquals("demand=" + shown, StoreAddress.withoutSecrets("demand=" + argument));
        StoreAddress address = StoreAddress.find(argument).orElseThrow();
        assertEquals(1, address.secrets().size());
        assertFalse(address.toString().contains("hush"));
        assertFalse(address.text().contains("hush"));
    }

    @Test
    void secretsKeepTheNamesOfTheirSettingsAndAreDecodedAsDriversDo() {
        StoreAddress address = StoreAddress.find(
                        "jdbc:postgresql://me:a%40b%25+c@host/erp?sslPassword=x%26y%zz&Password=p")
                .orElseThrow();
        assertEquals(Map.of("password", "p", "sslPassword", "x%26y%zz"), address.secrets());
        assertEquals(
                Map.of("password", "a@b%+c"),
                StoreAddress.find("jdbc:postgresql://me:a%40b%25+c@host/erp")
                        .orElseThrow()
                        .secrets());
        assertEquals(
                List.of("100%"),
                List.copyOf(StoreAddress.find("jdbc:postgresql://me:100%@host/erp")
                        .orElseThrow()
                        .secrets()
                        .values()));
    }
}
