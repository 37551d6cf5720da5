using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    /// <summary>
    /// The reason why an input was refused, or a report does not hold: all faults of the input, each with its place, in
    /// English and Chinese.
    /// </summary>
    /// <remarks>
    /// Mistakes of the program are other exceptions: <see cref="ArgumentException"/>, <see cref="ObjectDisposedException"/>. A run that was
    /// cancelled throws <see cref="OperationCanceledException"/>.
    /// </remarks>
    public sealed class SuijiException : Exception
    {
        private readonly string json;
        private readonly Fields fields;

        internal SuijiException(string json, Fields fields) : base(Lines(fields, of => of.Message))
        {
            this.json = json;
            this.fields = fields;
        }

        private static string Lines(Fields fields, Func<Fault, string> text)
        {
            return string.Join("\n", FaultsOf(fields).Select(text));
        }

        private static IReadOnlyList<Fault> FaultsOf(Fields fields)
        {
            return Fields.List(fields["faults"], value => new Fault(Fields.Of(value)));
        }

        /// <summary>The document of the error, such as <c>plan</c> or <c>registry</c>.</summary>
        public string Kind => fields.Read("kind", Fields.Text);

        /// <summary>The stable code of the first fault, such as <c>registry.duplicate-id</c>.</summary>
        public string Code => fields.Read("code", Fields.Text);

        /// <summary>The number of all faults, including those that are not listed.</summary>
        public long FaultCount => fields.Read("count", Fields.Number);

        /// <summary>The faults. The same fault in several rows is one fault with a count.</summary>
        public IReadOnlyList<Fault> Faults => FaultsOf(fields);

        /// <summary>The faults in Chinese, one on each line, for the person who made the input.</summary>
        public string MessageZh => Lines(fields, of => of.MessageZh);

        /// <summary>Writes the error as a document (<c>schema/error.schema.json</c>).</summary>
        public string ToJson() => json;
    }

    /// <summary>Converts a status of the library.</summary>
    internal static class Failure
    {
        internal static Exception Of(int status, string json)
        {
            var fields = new Fields(Fields.Map(Json.Read(json)));
            switch (status)
            {
                case Native.MISUSE:
                    var fault = new SuijiException(json, fields).Faults[0];
                    return new ArgumentException(fault.Code + ": " + fault.Message, fault.Place.Path);
                case Native.PANIC:
                    return new InvalidOperationException("a bug in suiji, please report it: " + json);
                default:
                    return new SuijiException(json, fields);
            }
        }
    }
}
