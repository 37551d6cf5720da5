using System;

namespace Suiji
{
    /// <summary>A value of a document. It never changes. Two values are equal if their contents are equal.</summary>
    public abstract class Value : IEquatable<Value>
    {
        internal Value(Fields fields)
        {
            Fields = fields;
        }

        internal Fields Fields { get; }

        /// <summary>Writes the value in the form of documents.</summary>
        /// <returns>JSON without white space.</returns>
        public string ToJson() => Fields.ToJson();

        /// <inheritdoc/>
        public bool Equals(Value other) => other != null && GetType() == other.GetType() && ToJson() == other.ToJson();

        /// <inheritdoc/>
        public override bool Equals(object other) => Equals(other as Value);

        /// <inheritdoc/>
        public override int GetHashCode() => ToJson().GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => GetType().Name + ToJson();
    }

    /// <summary>A document that the library has checked. It never changes. Two documents are equal if their contents
    /// are equal.</summary>
    public abstract class Document : IEquatable<Document>
    {
        private volatile Fields fields;

        internal Document() { }

        /// <summary>The document in the form that the library writes.</summary>
        internal abstract byte[] Bytes();

        internal Fields Fields
        {
            get
            {
                Fields read = fields ?? Fields.Of(Json.Read(Call.Text(Bytes())));
                fields = read;
                return read;
            }
        }

        /// <inheritdoc/>
        public bool Equals(Document other) => other != null && GetType() == other.GetType() && Fields.ToJson() == other.Fields.ToJson();

        /// <inheritdoc/>
        public override bool Equals(object other) => Equals(other as Document);

        /// <inheritdoc/>
        public override int GetHashCode() => Fields.ToJson().GetHashCode();
    }

    /// <summary>A document whose text is in memory.</summary>
    public abstract class TextDocument : Document
    {
        private readonly byte[] json;

        internal TextDocument(byte[] json)
        {
            this.json = json;
        }

        internal sealed override byte[] Bytes() => json;

        internal string Text() => Call.Text(json);

        /// <summary>The bytes that are hashed for digests: canonical JSON (RFC 8785).</summary>
        public byte[] Canonical() => Library.CanonicalJson(json);

        /// <summary>Reads a document of a kind. Returns the form that the library writes.</summary>
        internal static byte[] Checked(int kind, byte[] json)
        {
            if (json == null)
            {
                throw new ArgumentNullException(nameof(json));
            }
            return Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_document(kind, Native.JSON, json, Call.Size(json), Handle.None, out result, out error));
        }

        internal static byte[] Checked(int kind, string json) => Checked(kind, Call.Bytes(json));

        internal static byte[] OrNull(Document document) => document?.Bytes();

        internal string Digest(int kind, int hash)
        {
            return Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_digest(kind, hash, json, Call.Size(json), out result, out error));
        }
    }

    /// <summary>An object that is kept outside the heap of the runtime until it is disposed.</summary>
    public abstract class NativeObject : IDisposable
    {
        internal NativeObject(Handle handle)
        {
            Handle = handle;
        }

        internal Handle Handle { get; }

        internal static Handle OrNone(NativeObject one) => one == null ? Handle.None : one.Handle;

        internal static Handle Required(NativeObject one, string name) => (one ?? throw new ArgumentNullException(name)).Handle;

        /// <summary>Frees the memory. Calls that use the object finish first. Later calls throw.</summary>
        public void Dispose() => Handle.Dispose();

        internal byte[] Part(int part)
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) => Native.suiji_part(Handle, part, out result, out error));
        }

        internal Handle PartHandle(int part)
        {
            return Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_part(Handle, part, out result, out error));
        }
    }

    /// <summary>A large document, which is kept outside the heap of the runtime until it is disposed. Values that were read from it stay.</summary>
    public abstract class LargeDocument : Document, IDisposable
    {
        internal LargeDocument(Handle handle)
        {
            Handle = handle;
        }

        internal Handle Handle { get; }

        internal static Handle Required(LargeDocument one, string name) => (one ?? throw new ArgumentNullException(name)).Handle;

        internal sealed override byte[] Bytes() => Written(Native.JSON);

        /// <summary>Writes the document.</summary>
        /// <returns>Indented JSON.</returns>
        public string ToJson() => Call.Text(Bytes());

        /// <summary>The bytes that are hashed for digests: canonical JSON (RFC 8785).</summary>
        public byte[] Canonical() => Written(Native.CANONICAL);

        private byte[] Written(int form)
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_write(Handle, form, Handle.None, out result, out error));
        }

        internal byte[] Part(int part)
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) => Native.suiji_part(Handle, part, out result, out error));
        }

        internal static Handle Read(int kind, byte[] json)
        {
            if (json == null)
            {
                throw new ArgumentNullException(nameof(json));
            }
            return Call.Object((out IntPtr result, out IntPtr error) =>
                Native.suiji_read(kind, json, Call.Size(json), Handle.None, out result, out error));
        }

        /// <summary>Frees the memory. Calls that use the document finish first. Later calls throw.</summary>
        public void Dispose() => Handle.Dispose();
    }
}
