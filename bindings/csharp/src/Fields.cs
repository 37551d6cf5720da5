using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Suiji
{
    /// <summary>The fields of a document or value, as in its JSON. They never change.</summary>
    internal sealed class Fields
    {
        private static readonly IReadOnlyDictionary<string, object> Nothing =
            new SortedDictionary<string, object>(StringComparer.Ordinal);

        private readonly IReadOnlyDictionary<string, object> map;

        internal Fields() : this(Nothing) { }

        internal Fields(IReadOnlyDictionary<string, object> map)
        {
            this.map = map;
        }

        internal static Fields Of(object value) => new Fields(Map(value));

        internal static IReadOnlyDictionary<string, object> Map(object value) => (IReadOnlyDictionary<string, object>)value;

        internal object this[string field] => map.TryGetValue(field, out object value) ? value : null;

        internal bool Has(string field) => map.ContainsKey(field);

        internal string ToJson() => Json.Write(map);

        internal T Read<T>(string field, Func<object, T> read) => read(this[field]);

        internal string Message(string field, string language) => (string)Map(this[field])[language];

        internal string OptionalMessage(string field, string language) => Has(field) ? Message(field, language) : null;

        /// <summary>The fields with one of them changed. A null or empty value removes the field, because documents do
        /// not have such fields.</summary>
        internal Fields With(string field, object value)
        {
            object json = ToJson(value, field);
            bool isEmpty = json == null || json is IReadOnlyList<object> list && list.Count == 0
                || json is IReadOnlyDictionary<string, object> fields && fields.Count == 0;
            return isEmpty ? Changed(changed => changed.Remove(field)) : Changed(changed => changed[field] = json);
        }

        /// <summary>The fields with a list. An empty list stays, so that the library refuses it.</summary>
        internal Fields WithFull(string field, IEnumerable list)
        {
            object json = ToJson(list ?? throw new ArgumentNullException(field), field);
            return Changed(changed => changed[field] = json);
        }

        private Fields Changed(Action<SortedDictionary<string, object>> change)
        {
            var changed = new SortedDictionary<string, object>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, object> field in map)
            {
                changed.Add(field.Key, field.Value);
            }
            change(changed);
            return new Fields(changed);
        }

        /// <summary>A value as JSON. The name is for the message, if a list or map has a null. (The compiler of Mono has no
        /// switch over types.)</summary>
        internal static object ToJson(object value, string name)
        {
            if (value is Value of)
            {
                return of.Fields.map;
            }
            if (value is Enum word)
            {
                return Words.Of(word);
            }
            if (value is DateTime date)
            {
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            if (value is DateTimeOffset time)
            {
                return time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            }
            if (value is int number)
            {
                return (long)number;
            }
            if (value is IEnumerable<KeyValuePair<string, string>> texts)
            {
                return Sorted(texts, name);
            }
            if (value is IEnumerable<KeyValuePair<string, long>> numbers)
            {
                return Sorted(numbers, name);
            }
            if (value is IEnumerable list && !(value is string))
            {
                return list.Cast<object>().Select(item => ToJson(item ?? throw new ArgumentNullException(name), name)).ToList();
            }
            return value;
        }

        private static SortedDictionary<string, object> Sorted<T>(IEnumerable<KeyValuePair<string, T>> pairs, string name)
        {
            var map = new SortedDictionary<string, object>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, T> pair in pairs)
            {
                if (pair.Value == null)
                {
                    throw new ArgumentNullException(name + "." + pair.Key);
                }
                map.Add(pair.Key, pair.Value);
            }
            return map;
        }

        // Values of JSON

        internal static string Text(object value) => (string)value;

        internal static long Number(object value) => (long)value;

        internal static int Year(object value) => checked((int)(long)value);

        internal static bool Flag(object value) => value != null && (bool)value;

        internal static DateTime Date(object value)
        {
            return DateTime.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None);
        }

        internal static DateTimeOffset Time(object value)
        {
            return DateTimeOffset.ParseExact((string)value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None);
        }

        internal static IReadOnlyDictionary<string, string> Texts(object value) => Dictionary(value, Text);

        internal static IReadOnlyDictionary<string, long> Numbers(object value) => Dictionary(value, Number);

        private static IReadOnlyDictionary<string, T> Dictionary<T>(object value, Func<object, T> read)
        {
            var map = new SortedDictionary<string, T>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, object> pair in Map(value) ?? Nothing)
            {
                map.Add(pair.Key, read(pair.Value));
            }
            return map;
        }

        internal static IReadOnlyList<T> List<T>(object value, Func<object, T> read)
        {
            return value == null ? Array.Empty<T>() : (IReadOnlyList<T>)((IReadOnlyList<object>)value).Select(read).ToList().AsReadOnly();
        }
    }

    public static partial class Words
    {
        private static int IndexOf(string[] words, string word)
        {
            int at = Array.IndexOf(words, word);
            return at >= 0 ? at : throw new ArgumentException($"no constant has the word \"{word}\"", nameof(word));
        }
    }
}
