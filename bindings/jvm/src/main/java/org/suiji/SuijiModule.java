package org.suiji;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.suiji.internal.Utf8;

/**
 * A module for Jackson, an optional dependency. Documents, values, words of enums and exceptions are written as the
 * JSON of SPEC.md. Documents, and {@link Request} and {@link PlacedContribution} alone or in a list, are read with all
 * their checks.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(new SuijiModule());
 * }</pre>
 *
 * <p>A {@link Ceremony} is read but not written, because it can hold the secret. To write it with the secret, use
 * {@link Ceremony#toJsonWithSecret()}.
 */
public final class SuijiModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Creates the module. */
    public SuijiModule() {
        super("suiji");
        setDeserializers(new Lists());
        write(Value.class, Value::toJson);
        write(TextDocument.class, TextDocument::text);
        write(LargeDocument.class, LargeDocument::toJson);
        write(SuijiException.class, SuijiException::toJson);
        addSerializer(new Writer<>(Ceremony.class, null));
        addSerializer(new WordWriter());
        read(Plan.class, Plan::fromJson);
        read(Ceremony.class, Ceremony::fromJson);
        read(Commitment.class, Commitment::fromJson);
        read(Contributions.class, Contributions::fromJson);
        read(DrawRecord.class, DrawRecord::fromJson);
        read(PublicForm.class, PublicForm::fromJson);
        read(Receipt.class, Receipt::fromJson);
        read(Amendments.class, Amendments::fromJson);
        read(EvidenceStatement.class, EvidenceStatement::fromJson);
        read(Envelope.class, Envelope::fromJson);
        read(Request.class, json -> Request.fromJson(listOf(json)).get(0));
        read(PlacedContribution.class, json -> PlacedContribution.fromJson(listOf(json)).get(0));
    }

    private <T> void write(Class<T> type, Function<T, String> json) {
        addSerializer(new Writer<>(type, json));
    }

    private <T> void read(Class<T> type, Function<byte[], T> fromJson) {
        addDeserializer(type, new Reader<>(type, fromJson));
    }

    private static byte[] listOf(byte[] json) {
        return Utf8.bytes("[" + Utf8.text(json) + "]");
    }

    /** Lists whose elements are read together, so that all faults of a list are reported at once and name the element. */
    private static final class Lists extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription about,
                TypeDeserializer elementType,
                JsonDeserializer<?> element)
                throws JsonMappingException {
            if (type.getRawClass() == List.class && type.getContentType().hasRawClass(Request.class)) {
                return new Reader<>(List.class, Request::fromJson);
            } else if (type.getRawClass() == List.class && type.getContentType().hasRawClass(PlacedContribution.class)) {
                return new Reader<>(List.class, PlacedContribution::fromJson);
            }
            return super.findCollectionDeserializer(type, config, about, elementType, element);
        }
    }

    private static final class Writer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> json;

        Writer(Class<T> type, Function<T, String> json) {
            super(type);
            this.json = json;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (json == null) {
                throw JsonMappingException.from(out, Misuse.SECRET.message(handledType().getSimpleName()));
            }
            out.writeRawValue(json.apply(value));
        }
    }

    private static final class WordWriter extends StdSerializer<Word> {
        private static final long serialVersionUID = 1L;

        WordWriter() {
            super(Word.class);
        }

        @Override
        public void serialize(Word value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.word());
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<byte[], T> fromJson;

        Reader(Class<?> type, Function<byte[], T> fromJson) {
            super(type);
            this.fromJson = fromJson;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return fromJson.apply(Utf8.bytes(in.readValueAsTree().toString()));
            } catch (SuijiException error) {
                throw JsonMappingException.from(in, error.getMessage(), error);
            }
        }
    }
}
