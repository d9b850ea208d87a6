// A feature on its way out, whatever the format: a shape and named values in the order they are to appear in.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

struct Property;
struct PropertyValue;
using PropertyList = std::vector<PropertyValue>;
using PropertyObject = std::vector<Property>;

/// A typed value. A NaN or infinite number is written as null: formats have no word for it.
struct PropertyValue {
  using Variant = std::variant<std::monostate, bool, std::int64_t, double, std::string, PropertyList, PropertyObject>;
  Variant value;

  // Implicit, so that a feature reads as its table of values. Defined below, where Property is complete.
  // NOLINTBEGIN(google-explicit-constructor)
  PropertyValue();  ///< null
  PropertyValue(bool flag);
  PropertyValue(int number);
  PropertyValue(std::int64_t number);
  PropertyValue(double number);
  PropertyValue(const char* text);
  PropertyValue(std::string text);
  PropertyValue(PropertyList list);
  PropertyValue(PropertyObject object);
  // NOLINTEND(google-explicit-constructor)
};

struct Property {
  std::string name;
  PropertyValue value;
};

inline PropertyValue::PropertyValue() = default;
inline PropertyValue::PropertyValue(bool flag) : value(flag) {}
inline PropertyValue::PropertyValue(int number) : value(std::int64_t{number}) {}
inline PropertyValue::PropertyValue(std::int64_t number) : value(number) {}
inline PropertyValue::PropertyValue(double number) : value(number) {}
inline PropertyValue::PropertyValue(const char* text) : value(std::string(text)) {}
inline PropertyValue::PropertyValue(std::string text) : value(std::move(text)) {}
inline PropertyValue::PropertyValue(PropertyList list) : value(std::move(list)) {}
inline PropertyValue::PropertyValue(PropertyObject object) : value(std::move(object)) {}

struct Feature {
  Geometry geometry;  ///< in the grid's CRS; empty: the feature has no place
  PropertyObject properties;
};

}  // namespace sise
