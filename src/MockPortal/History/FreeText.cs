using System.Linq.Expressions;
using System.Reflection;

namespace MockPortal.History;

/// <summary>Free text search over columns, as an expression the database carries out.</summary>
internal static class FreeText
{
    private const string Separators = "+-() ./\u00a0";

    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo ToLower = typeof(string).GetMethod(nameof(string.ToLower), [])!;
    private static readonly MethodInfo Replace =
        typeof(string).GetMethod(nameof(string.Replace), [typeof(string), typeof(string)])!;

    /// <summary>Words are looked for one by one. A text without letters is one number, however it is grouped.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        text.Any(char.IsLetter)
            ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : text.Trim() is { Length: > 0 } number ? [number] : [];

    /// <summary>One word, anywhere in a row.</summary>
    /// <param name="word">The word.</param>
    /// <param name="numbers">Phone numbers, also compared by their digits alone.</param>
    /// <param name="texts">Other texts.</param>
    /// <param name="records">
    /// The search texts of records, already lower case. They also hold the record's other numbers, so that only a word
    /// with letters is looked for in them: a call to another number of the same person is not what was asked for.
    /// </param>
    /// <param name="hasId">Looks for an id, which only matches as a whole: 1 is not a part of 10.</param>
    public static Expression<Func<TRow, bool>> Matches<TRow>(
        string word,
        Expression<Func<TRow, string?>>[] numbers,
        Expression<Func<TRow, string?>>[] texts,
        Expression<Func<TRow, string?>>[] records,
        Func<long, Expression<Func<TRow, bool>>> hasId)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression Column(LambdaExpression column) => new Substitute(column.Parameters[0], row).Visit(column.Body);

        var digits = string.Concat(word.Where(char.IsAsciiDigit));
        var conditions = numbers.Concat(texts).SelectMany(column => InText(Column(column), word)).ToList();
        if (word.Any(char.IsLetter))
            conditions.AddRange(records.Select(column => Has(Column(column), word.ToLowerInvariant())));
        else if (digits.Length > 0)
            conditions.AddRange(numbers.Select(column => Has(Digits(Column(column)), digits)));
        if (long.TryParse(word, out var id))
            conditions.Add(Column(hasId(id)));
        return Expression.Lambda<Func<TRow, bool>>(conditions.Aggregate(Expression.OrElse), row);
    }

    /// <summary>
    /// The database lowers ASCII letters only, so the word is tried lowered and as typed: that misses only non-ASCII
    /// letters in another case.
    /// </summary>
    private static IEnumerable<Expression> InText(Expression column, string word) =>
        [Has(Expression.Call(column, ToLower), word.ToLowerInvariant()), Has(column, word)];

    private static Expression Digits(Expression column) =>
        Separators.Aggregate(column, (text, separator) =>
            Expression.Call(text, Replace, Expression.Constant(separator.ToString()), Expression.Constant("")));

    private static MethodCallExpression Has(Expression column, string part) =>
        Expression.Call(column, Contains, Parameter(part));

    /// <summary>Reads the value from an object, as a captured variable: it becomes a parameter of a cached statement.</summary>
    private static MemberExpression Parameter(string value) =>
        Expression.Property(Expression.Constant(new Box(value)), nameof(Box.Value));

    private sealed record Box(string Value);

    /// <summary>Puts one parameter of a lambda in place of another, so that two of them can be joined.</summary>
    internal sealed class Substitute(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
