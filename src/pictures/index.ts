export { PictureError } from './errors.ts'
export {
  createPictureRenderer,
  type PictureLook,
  type PictureRenderer,
  type RenderedPicture,
  SCALES,
} from './renderer.ts'
