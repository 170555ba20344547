import { notFound } from "../http/answers";

/** Every address that is nobody's: as missing as what is private. */
export const loader = () => notFound("page");
export const action = () => notFound("page");

export default function Nowhere() {
  return null;
}
