package org.dutyledger.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dutyledger.contract.FactData;
import org.dutyledger.contract.schema.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every type of fact: its shape knows the fields of its schema, and every field is kept. */
class TypesTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final FactReader reader = new FactReader();

    static List<String> full() {
        return Samples.full();
    }

    @Test
    void everyTypeHasAFullFact() {
        assertThat(full())
                .extracting(line -> MAPPER.readTree(line).path("type").stringValue(""))
                .containsExactlyElementsOf(Schemas.facts());
    }

    @Test
    void everyTypeIsRead() {
        Set<Class<?>> read = new HashSet<>();
        full().forEach(line -> read.add(data(line).getClass()));

        assertThat(read).containsExactlyInAnyOrder(FactData.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("full")
    void shapeAndSchemaNameTheSameFields(String line) {
        String type = MAPPER.readTree(line).path("type").stringValue("");
        JsonNode schema = MAPPER.readTree(Schemas.ofType(type));
        Shape<? extends FactData> shape = FactShapes.of(type);
        assertThat(shape).isNotNull();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));

        assertThat(shape.fields().keySet())
                .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames());
        assertThat(shape.fields().values().stream().filter(Shape.Field::required))
                .extracting(Shape.Field::name)
                .containsExactlyInAnyOrderElementsOf(required);
    }

    @ParameterizedTest
    @MethodSource("full")
    void everyFieldIsKept(String line) throws ReflectiveOperationException {
        FactData data = data(line);
        for (RecordComponent component : data.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(data);

            assertThat(value).as(component.getName()).isNotNull();
            if (value instanceof List<?> list) {
                assertThat(list).as(component.getName()).isNotEmpty();
            }
        }
    }

    /** Without an optional field still a fact; without a required one refused for that. */
    @ParameterizedTest
    @MethodSource("full")
    void eachFieldMissingAndOfAnotherKind(String line) {
        for (String name : new ArrayList<>(dataOf(line).propertyNames())) {
            String type = MAPPER.readTree(line).path("type").stringValue("");
            boolean required =
                    MAPPER.readTree(Schemas.ofType(type))
                            .path("required")
                            .valueStream()
                            .anyMatch(r -> r.stringValue().equals(name));
            boolean paired = type.contains("warning.shown") && Set.of("from", "to").contains(name);
            ObjectNode without = (ObjectNode) MAPPER.readTree(line);
            ((ObjectNode) without.path("data")).remove(name);
            ObjectNode other = (ObjectNode) MAPPER.readTree(line);
            ((ObjectNode) other.path("data")).putNull(name);

            Reading missing = reader.read(Samples.bytes(without.toString()));
            if (required || paired) {
                assertThat(((Reading.Refused) missing).reasons())
                        .containsExactly(
                                new Reason("/data/" + name, "required", "nothing", "a value"));
            } else {
                assertThat(missing).as(name).isInstanceOf(Reading.Read.class);
            }
            assertThat(((Reading.Refused) reader.read(Samples.bytes(other.toString()))).reasons())
                    .as(name)
                    .isNotEmpty()
                    .extracting(Reason::pointer)
                    .containsOnly("/data/" + name);
        }
    }

    private static ObjectNode dataOf(String line) {
        return (ObjectNode) MAPPER.readTree(line).path("data");
    }

    private FactData data(String line) {
        Reading reading = reader.read(Samples.bytes(line));
        assertThat(reading).as(line).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).fact().data();
    }
}
